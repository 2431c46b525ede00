package dev.jrelease.verify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What the name of a file says of the processor that it is for. */
final class ArchitectureName {
    private static final Pattern SEPARATOR = Pattern.compile("[^a-z0-9]+");
    private static final Pattern X86_64 = Pattern.compile("x86[_-]64");
    private static final Pattern EMULATOR = Pattern.compile("(.*/)?qemu-[a-z0-9_]+(-static)?");
    private static final Pattern ARM = Pattern.compile("arm(32)?(v?[5-7][a-z]*)?|armhf|armel|armv[5-7](hf|l)?");
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("amd64", "amd64"),
            Map.entry("x64", "amd64"),
            Map.entry("arm64", "arm64"),
            Map.entry("arm64v8", "arm64"),
            Map.entry("aarch64", "arm64"),
            Map.entry("armv8", "arm64"),
            Map.entry("i386", "386"),
            Map.entry("i486", "386"),
            Map.entry("i586", "386"),
            Map.entry("i686", "386"),
            Map.entry("x86", "386"),
            Map.entry("powerpc64le", "ppc64le"),
            Map.entry("loongarch64", "loong64"));

    private ArchitectureName() {}

    /** Whether a part of the path is a name of this GOARCH. */
    static boolean says(String path, String goarch) {
        String plain = X86_64.matcher(path.toLowerCase(Locale.ROOT)).replaceAll("amd64");
        return Arrays.stream(SEPARATOR.split(plain))
                .anyMatch(word -> goarch(word).equals(goarch));
    }

    /** Whether it is called like a program that emulates another processor, so that it is for the machine that builds. */
    static boolean isEmulator(String path) {
        return EMULATOR.matcher(path).matches();
    }

    private static String goarch(String word) {
        return ARM.matcher(word).matches() ? "arm" : OTHERS.getOrDefault(word, word);
    }
}
