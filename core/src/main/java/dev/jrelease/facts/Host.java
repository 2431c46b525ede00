package dev.jrelease.facts;

import dev.jrelease.image.Platform;
import java.util.Locale;
import java.util.Map;

/** Names the machine that this program runs on in Go's words. */
final class Host {
    private static final Map<String, String> ARCHITECTURES =
            Map.of("x86_64", "amd64", "aarch64", "arm64", "x86", "386", "i386", "386", "loongarch64", "loong64");

    private Host() {}

    /** @param osName and the others as the JVM's properties {@code os.name} and {@code os.arch} have them */
    static Platform platform(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        return Platform.of(
                os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : os,
                ARCHITECTURES.getOrDefault(osArch, osArch));
    }

    static Platform platform() {
        return platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    }
}
