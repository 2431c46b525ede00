package dev.jrelease.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dist;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path elsewhere;

    @Test
    void replacesAFileAndLeavesNothingElse() throws IOException {
        write("a/b/plan.json", "old");
        write("a/b/plan.json", "new");

        assertThat(dist.resolve("a/b/plan.json")).content().isEqualTo("new");
        try (var all = Files.list(dist.resolve("a/b"))) {
            assertThat(all).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anInterruptedThreadWritesItAllTheSame(boolean interrupted) throws IOException {
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        AtomicFile.writeToDisk(dist, "ledger.json", "{}");

        assertThat(Thread.interrupted()).isEqualTo(interrupted);
        assertThat(dist.resolve("ledger.json")).content().isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan.json", "plan.json.new"})
    void aLinkInItsPlaceIsReplacedAndNotFollowed(String link) throws IOException {
        Path precious = Files.writeString(elsewhere.resolve("precious"), "kept");
        Files.createSymbolicLink(dist.resolve(link), precious);

        write("plan.json", "plan");

        assertThat(precious).content().isEqualTo("kept");
        assertThat(Files.isRegularFile(dist.resolve("plan.json"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
    }

    @Test
    void aFolderThatIsALinkIsRefused() throws IOException {
        Files.createSymbolicLink(dist.resolve("reports"), elsewhere);

        assertThatThrownBy(() -> write("reports/digests.txt", "digests"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("it is a symbolic link, and jrelease does not write through links; remove it");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFolderInItsPlaceIsNamedAndNothingIsLeftBesideIt() throws IOException {
        Path folder = Files.createDirectory(dist.resolve("report.html"));

        assertThatThrownBy(() -> write("report.html", "page"))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(folder + ": it is a folder");
        try (var all = Files.list(dist)) {
            assertThat(all).containsExactly(folder);
        }
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        Path missing = dist.resolve("missing");

        assertThatThrownBy(() -> AtomicFile.write(missing, Path.of("report.html"), "page"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(missing.toString());
    }

    private void write(String name, String text) throws IOException {
        AtomicFile.write(dist, Path.of(name), text);
    }
}
