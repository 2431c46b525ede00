package dev.jrelease.image;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How people write processors in the names of images and files. */
public final class PlatformSpellings {
    private static final Map<String, List<String>> OTHERS = Map.of(
            "amd64", List.of("amd64_v1", "x86_64", "x86-64", "x64"),
            "arm64", List.of("arm64v8", "arm64-v8", "arm64_v8", "arm64/v8", "arm64_v8.0", "aarch64"),
            "386", List.of("i386", "i686", "x86"));
    private static final List<String> ARM = List.of(
            "armv%s", "arm-v%s", "arm_v%s", "arm/v%s", "arm32v%s", "arm%s", "arm-%s", "arm_%s", "arm/%s", "armv%sl");

    /** Replaces a platform that is removed from a text. */
    public static final String HOLE = "\0";

    private PlatformSpellings() {}

    /** Every one of a platform's, its names in Go first. */
    public static Set<String> of(Platform platform) {
        Set<String> all = new LinkedHashSet<>();
        all.add(platform.architecture());
        all.add(platform.target());
        all.addAll(OTHERS.getOrDefault(platform.architecture(), List.of()));
        if (platform.architecture().equals("arm")) {
            String version = platform.withVariant().variant().substring(1);
            List<String> versioned = new ArrayList<>(ARM);
            versioned.replaceAll(spelling -> spelling.replace("%s", version));
            all.addAll(versioned);
            all.addAll(List.of("armhf", "armel"));
        }
        return all;
    }

    /** The text with a hole wherever the word stands by itself. */
    public static String without(String text, String word) {
        StringBuilder rest = new StringBuilder();
        int copied = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if (at >= copied && !isWithin(text, at - 1) && !isWithin(text, end)) {
                rest.append(text, copied, at).append(HOLE);
                copied = end;
            }
        }
        return rest.append(text, copied, text.length()).toString();
    }

    /** Whether a word would go on with this character. */
    private static boolean isWithin(String text, int at) {
        return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }
}
