package dev.jrelease.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void theWholeTextIsRead() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.writeString(folder.resolve("file"), "wörd"));

        assertThat(WholeFile.text(link)).isEqualTo("wörd");
        assertThat(WholeFile.bytes(link, 5)).hasSize(5);
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[(500 << 10) + 1]);

        assertThatThrownBy(() -> WholeFile.bytes(file, 500 << 10)).hasMessage("it is larger than 500 KiB");
    }

    @Test
    void aDeviceWithoutAnEndIsNotRead() {
        assertThatThrownBy(() -> WholeFile.bytes(Path.of("/dev/zero"))).hasMessage("it is not a regular file");
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> WholeFile.text(pipe)).hasMessage("it is not a regular file");
    }

    @Test
    void aFolderIsNoFile() {
        assertThatThrownBy(() -> WholeFile.text(folder)).hasMessage("it is a folder");
        assertThatThrownBy(() -> WholeFile.text(folder.resolve("absent"))).isInstanceOf(NoSuchFileException.class);
    }
}
