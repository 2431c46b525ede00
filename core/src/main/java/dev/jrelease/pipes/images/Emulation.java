package dev.jrelease.pipes.images;

import dev.jrelease.docker.EngineInfo;
import dev.jrelease.files.WholeFile;
import dev.jrelease.image.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Whether programs of other platforms run on the engine's host.
 *
 * @param handlers the kernel's handlers of program formats; empty if it is not the kernel of this host
 * @see <a href="https://docs.kernel.org/admin-guide/binfmt-misc.html">binfmt_misc</a>
 */
record Emulation(Platform engine, Optional<Path> handlers) {
    private static final Path HANDLERS = Path.of("/proc/sys/fs/binfmt_misc");

    /** The two bytes of an ELF header that name its processor. */
    private static final Map<String, String> MACHINES = Map.of(
            "amd64", "3e00",
            "386", "0300",
            "arm64", "b700",
            "arm", "2800",
            "riscv64", "f300",
            "ppc64le", "1500",
            "s390x", "0016",
            "loong64", "0201");

    private static final int MACHINE_AT = 36;

    /** Whether the kernel has a handler for a platform. */
    enum Handler {
        PRESENT,
        MISSING,
        UNKNOWN
    }

    /** Of an engine, which shares the kernel of this host if the version is the same. */
    static Emulation of(EngineInfo info) {
        boolean here = info.kernel().equals(System.getProperty("os.version"));
        return new Emulation(
                Platform.of(info.os(), info.architecture()),
                Optional.of(HANDLERS).filter(folder -> here && Files.isReadable(folder.resolve("status"))));
    }

    boolean isNative(Platform platform) {
        String own = engine.architecture();
        boolean older = (own.equals("amd64") && platform.architecture().equals("386"))
                || (own.equals("arm64") && platform.architecture().equals("arm"));
        return platform.architecture().equals(own) || older;
    }

    Handler handler(Platform platform) {
        String machine = MACHINES.get(platform.architecture());
        if (handlers.isEmpty() || machine == null) {
            return Handler.UNKNOWN;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(handlers.get())) {
            for (Path file : files) {
                if (runs(file, machine)) {
                    return Handler.PRESENT;
                }
            }
            return Handler.MISSING;
        } catch (IOException | DirectoryIteratorException unreadable) {
            return Handler.UNKNOWN;
        }
    }

    private static boolean runs(Path file, String machine) throws IOException {
        if (file.endsWith("register") || file.endsWith("status")) {
            return false;
        }
        String handler = new String(WholeFile.bytes(file), StandardCharsets.ISO_8859_1);
        return handler.startsWith("enabled")
                && handler.lines()
                        .filter(line -> line.startsWith("magic 7f454c46"))
                        .map(line -> line.substring("magic ".length()))
                        .anyMatch(magic -> magic.startsWith(machine, MACHINE_AT));
    }
}
