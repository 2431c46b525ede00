package dev.jrelease.image;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The operating systems, architectures and variants of Go and Docker.
 *
 * @see <a href="https://go.dev/doc/install/source#environment">GOOS and GOARCH</a>
 */
public final class KnownPlatforms {
    public static final List<String> OPERATING_SYSTEMS = List.of(
            "aix",
            "android",
            "darwin",
            "dragonfly",
            "freebsd",
            "illumos",
            "ios",
            "js",
            "linux",
            "netbsd",
            "openbsd",
            "plan9",
            "solaris",
            "wasip1",
            "windows");

    public static final List<String> ARCHITECTURES = List.of(
            "386",
            "amd64",
            "arm",
            "arm64",
            "loong64",
            "mips",
            "mips64",
            "mips64le",
            "mipsle",
            "ppc64",
            "ppc64le",
            "riscv64",
            "s390x",
            "wasm");

    /** The versions of arm that Go supports. */
    public static final List<String> GOARM = List.of("5", "6", "7");

    /** The default of {@code goos} in GoReleaser. */
    public static final List<String> DEFAULT_GOOS = List.of("linux", "darwin", "windows");

    /** The default of {@code goarch} in GoReleaser. */
    public static final List<String> DEFAULT_GOARCH = List.of("386", "amd64", "arm64");

    /** The default of {@code goarm} for programs and images. */
    public static final String DEFAULT_GOARM = "6";

    private static final Map<String, List<String>> VARIANTS = Map.of(
            "amd64", List.of("v1", "v2", "v3", "v4"),
            "arm", List.of("v5", "v6", "v7", "v8"),
            "arm64", arm64());

    private KnownPlatforms() {}

    /** Whether operating system, architecture and variant are known. */
    public static boolean contains(Platform platform) {
        List<String> variants = variants(platform.architecture());
        return OPERATING_SYSTEMS.contains(platform.os())
                && ARCHITECTURES.contains(platform.architecture())
                && (platform.variant().isEmpty() || variants.isEmpty() || variants.contains(platform.variant()));
    }

    /** The known variants of an architecture; empty if any variant is accepted. */
    public static List<String> variants(String architecture) {
        return VARIANTS.getOrDefault(architecture, List.of());
    }

    private static List<String> arm64() {
        Stream<String> eight = IntStream.rangeClosed(0, 9).mapToObj(minor -> "v8." + minor);
        Stream<String> nine = IntStream.rangeClosed(0, 5).mapToObj(minor -> "v9." + minor);
        return Stream.of(Stream.of("v8", "v9"), eight, nine)
                .flatMap(names -> names)
                .toList();
    }
}
