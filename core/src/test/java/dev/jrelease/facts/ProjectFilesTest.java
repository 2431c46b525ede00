package dev.jrelease.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.files.OutsideException;
import dev.jrelease.files.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFilesTest {
    private final Path machine;
    private final Path project;
    private final ProjectFiles files;

    ProjectFilesTest(@TempDir Path machine) throws IOException {
        this.machine = machine;
        this.project = Files.createDirectories(machine.resolve("project"));
        this.files = new ProjectFiles(project, Files.createDirectories(machine.resolve("home")));
    }

    @Test
    void readsAFileOnceSoThatItNeverChanges() throws IOException {
        Files.writeString(project.resolve("VERSION"), "one");
        assertThat(files.read("VERSION")).asString().isEqualTo("one");

        Files.writeString(project.resolve("VERSION"), "two");
        files.read("VERSION")[0] = 'x';

        assertThat(files.read("./VERSION")).asString().isEqualTo("one");
    }

    @Test
    void whatWasNotThereStaysAway() throws IOException {
        assertThatThrownBy(() -> files.read("VERSION")).isInstanceOf(NoSuchFileException.class);

        Files.writeString(project.resolve("VERSION"), "late");

        assertThatThrownBy(() -> files.read("VERSION")).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void readsFilesOfTheRepositoryAlone() throws IOException {
        Files.writeString(machine.resolve("home/.version"), "of home");
        Files.writeString(machine.resolve("beside"), "beside");
        Files.createSymbolicLink(project.resolve("link"), Path.of("../beside"));

        for (String path : List.of("~/.version", "../beside", "link", "/dev/zero", machine.resolve("beside") + "")) {
            assertThatThrownBy(() -> files.read(path))
                    .isInstanceOf(OutsideException.class)
                    .hasMessageStartingWith("it is outside of the folder ");
        }

        Files.createDirectories(machine.resolve(".git"));
        ProjectFiles ofRepository = new ProjectFiles(project, machine.resolve("home"));

        assertThat(ofRepository.read("../beside")).asString().isEqualTo("beside");
        assertThat(ofRepository.read("link")).asString().isEqualTo("beside");
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThatThrownBy(() -> files.read("."))
                .isInstanceOf(IOException.class)
                .hasMessage("it is a folder");
        assertThatThrownBy(() -> files.read("a\0b"))
                .isInstanceOf(IOException.class)
                .hasMessage("it is not a path");
    }

    @Test
    void refusesWhatDoesNotFit() throws IOException {
        Path huge = project.resolve("huge");
        try (var file = Files.newByteChannel(huge, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.position(WholeFile.LARGEST).write(ByteBuffer.allocate(1));
        }
        assertThatThrownBy(() -> files.read("huge")).hasMessage("it is larger than 64 MiB");
    }

    @Test
    void namesAPathFromTheRoot() {
        assertThat(files.absolute("a/../b")).isEqualTo(project.resolve("b").toString());
    }
}
