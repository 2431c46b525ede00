package dev.jrelease.verify;

import dev.jrelease.text.LinearPattern;
import dev.jrelease.text.SearchPattern;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;

/** Architectures in the names of files. */
final class ArchitectureName {
    private static final SearchPattern WORD = SearchPattern.of("[a-z0-9]++");
    private static final SearchPattern X86_64 = SearchPattern.of("x86[_-]64");
    private static final LinearPattern EMULATOR = LinearPattern.of("qemu-[a-z0-9_]++(-static)?");
    private static final LinearPattern ARM = LinearPattern.of("arm(32)?(v?[5-7][a-z]*+)?|armhf|armel|armv[5-7](hf|l)?");
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

    /** Whether a component of the path is a name of this GOARCH. */
    static boolean says(String path, String goarch) {
        String plain = X86_64.replace(path.toLowerCase(Locale.ROOT), found -> "amd64");
        return WORD.all(plain)
                .map(MatchResult::group)
                .anyMatch(word -> goarch(word).equals(goarch));
    }

    /** Whether the name is that of an emulator of another processor, which runs on the building host. */
    static boolean isEmulator(String path) {
        return EMULATOR.matches(path.substring(path.lastIndexOf('/') + 1));
    }

    private static String goarch(String word) {
        return ARM.matches(word) ? "arm" : OTHERS.getOrDefault(word, word);
    }
}
