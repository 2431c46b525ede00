package dev.jrelease.facts;

import dev.jrelease.image.Platform;
import java.util.Locale;
import java.util.Map;

/** The platform of this host, with Go's names. */
final class Host {
    private static final Map<String, String> ARCHITECTURES =
            Map.of("x86_64", "amd64", "aarch64", "arm64", "x86", "386", "i386", "386", "loongarch64", "loong64");

    private Host() {}

    /**
     *
     * @param osName the JVM's property {@code os.name}
     * @param osArch the JVM's property {@code os.arch}
     */
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
