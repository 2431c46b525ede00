package dev.jrelease.image;

import java.util.List;

/**
 * The operating systems and architectures that Go, and so Docker, has names for.
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

    private KnownPlatforms() {}
}
