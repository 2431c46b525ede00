package dev.jrelease.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTreeTest {
    private final Path machine;
    private final Path project;

    SourceTreeTest(@TempDir Path machine) throws IOException {
        this.machine = machine.toRealPath();
        this.project = Files.createDirectories(this.machine.resolve("repository/project"));
        Files.writeString(this.machine.resolve("secret"), "not yours");
        Files.writeString(this.machine.resolve("repository/common"), "of all projects");
        Files.writeString(project.resolve("own"), "of this one");
        Files.createSymbolicLink(project.resolve("alias"), Path.of("own"));
        Files.createSymbolicLink(project.resolve("up"), Path.of("../common"));
        Files.createSymbolicLink(project.resolve("out"), this.machine.resolve("secret"));
        Files.createSymbolicLink(project.resolve("folder"), Path.of("../.."));
        Files.createSymbolicLink(project.resolve("dangling"), Path.of("../../later"));
        Files.createSymbolicLink(project.resolve("promised"), Path.of("sub/later"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"own", "alias", "missing", "sub/missing", "promised", "../common", "up", "../missing", "."})
    void aRepositoryHoldsWhatIsInIt(String name) throws IOException {
        Files.createDirectories(machine.resolve("repository/.git"));

        assertThat(SourceTree.around(project).inside(project.resolve(name)).toString())
                .startsWith(machine.resolve("repository").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../secret",
                "out",
                "folder/secret",
                "folder/missing",
                "dangling",
                "/etc/passwd",
                "/missing",
                "folder/../secret",
                "../../repository/../secret"
            })
    void whatIsElsewhereIsRefusedWhateverLeadsThere(String name) throws IOException {
        Files.createDirectories(machine.resolve("repository/.git"));

        assertThatThrownBy(() -> SourceTree.around(project).inside(project.resolve(name)))
                .isInstanceOf(OutsideException.class)
                .hasMessage("it is outside of the repository " + machine.resolve("repository")
                        + "; copy it into that folder and use the copy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../common", "up", "../missing", "out"})
    void withoutARepositoryTheFolderIsAll(String name) {
        assertThatThrownBy(() -> SourceTree.around(project).inside(project.resolve(name)))
                .hasMessageContaining("it is outside of the folder " + project);
    }

    @Test
    void aFolderThatIsReachedByALinkIsWhatItLeadsTo() throws IOException {
        Files.createDirectories(machine.resolve("repository/.git"));
        Path link = Files.createSymbolicLink(machine.resolve("link"), project);

        assertThat(SourceTree.around(link).inside(link.resolve("../common")))
                .isEqualTo(machine.resolve("repository/common"));
    }

    @Test
    void aWorktreeAndASubmoduleHaveAFileForGit() throws IOException {
        Files.writeString(project.resolve(".git"), "gitdir: ../.git/modules/project");

        assertThat(SourceTree.around(project)).isEqualTo(new SourceTree(project, true));
    }
}
