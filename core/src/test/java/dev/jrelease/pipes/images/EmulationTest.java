package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Platform;
import dev.jrelease.pipes.images.Emulation.Handler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a kernel's handlers say of the platforms whose programs it runs. */
class EmulationTest {
    private static final Platform HOST = Platform.of("linux", "amd64");

    private final Path handlers;

    EmulationTest(@TempDir Path handlers) {
        this.handlers = handlers;
    }

    private Emulation with(String name, String state, String magic) throws IOException {
        Files.writeString(handlers.resolve("status"), "enabled\n");
        Files.writeString(
                handlers.resolve(name),
                state + "\ninterpreter /usr/bin/qemu\nflags: PF\noffset 0\nmagic " + magic + "\nmask ffff\n");
        return new Emulation(HOST, Optional.of(handlers));
    }

    @ParameterizedTest
    @CsvSource({
        "arm64, qemu-aarch64, enabled,  7f454c460201010000000000000000000200b700, PRESENT",
        "arm64, FEX,          enabled,  7f454c460201010000000000000000000200b700, PRESENT",
        "arm64, qemu-aarch64, disabled, 7f454c460201010000000000000000000200b700, MISSING",
        "arm64, qemu-arm,     enabled,  7f454c4601010100000000000000000002002800, MISSING",
        "arm,   qemu-arm,     enabled,  7f454c4601010100000000000000000002002800, PRESENT",
        "s390x, qemu-s390x,   enabled,  7f454c4602020100000000000000000000020016, PRESENT",
        "wasm,  qemu-arm,     enabled,  7f454c4601010100000000000000000002002800, UNKNOWN",
    })
    void theProcessorInTheHeaderCounts(String arch, String name, String state, String magic, Handler expected)
            throws IOException {
        assertThat(with(name, state, magic).handler(Platform.of("linux", arch))).isEqualTo(expected);
    }

    @Test
    void nothingIsKnownOfAnotherKernel() {
        assertThat(new Emulation(HOST, Optional.empty()).handler(Platform.of("linux", "arm64")))
                .isEqualTo(Handler.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "amd64, amd64, true",
        "amd64, 386, true",
        "amd64, arm64, false",
        "arm64, arm, true",
        "arm64, amd64, false"
    })
    void someProcessorsRunOlderPrograms(String host, String arch, boolean runs) {
        assertThat(new Emulation(Platform.of("linux", host), Optional.empty()).isNative(Platform.of("linux", arch)))
                .isEqualTo(runs);
    }
}
