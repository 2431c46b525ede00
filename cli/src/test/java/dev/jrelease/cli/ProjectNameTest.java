package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project without project_name is called as the first place says that says anything. */
class ProjectNameTest {
    private static final String IMAGES = "dockers:\n  - image_templates: [\"acme/x:{{ .Version }}\"]\n";
    private static final String RELEASE = "release: {disable: true, github: {owner: acme, name: of-release}}\n";
    private final GitWorkspace workspace;

    ProjectNameTest(@TempDir Path folder) throws InterruptedException {
        workspace = GitWorkspace.create(folder.resolve("of-folder"));
        workspace.write("Dockerfile", "FROM scratch\n");
    }

    @Test
    void theFirstThereIs() throws InterruptedException {
        assertThat(name(IMAGES)).isEqualTo("of-folder 1.2.3");

        workspace.git("remote", "add", "origin", "https://git.example.com/acme/of-remote.git");
        assertThat(name(IMAGES)).isEqualTo("of-remote 1.2.3");

        workspace.write("go.mod", "module git.example.com/acme/of-module\n");
        assertThat(name(IMAGES)).isEqualTo("of-remote 1.2.3");
        assertThat(name("release: {disable: true}\n" + IMAGES)).isEqualTo("of-module 1.2.3");
        assertThat(name(RELEASE + IMAGES)).isEqualTo("of-release 1.2.3");

        workspace.write("Cargo.toml", "[package]\nname = \"of-cargo\"\n");
        assertThat(name(RELEASE + IMAGES)).isEqualTo("of-cargo 1.2.3");
        assertThat(name("project_name: of-file\n" + RELEASE + IMAGES)).isEqualTo("of-file 1.2.3");
    }

    @Test
    void aBuildForTheJvmIsAskedBeforeTheRemote() throws InterruptedException {
        workspace.git("remote", "add", "origin", "https://git.example.com/acme/of-remote.git");
        workspace.write("settings.gradle.kts", "rootProject.name = \"of-gradle\"\n");
        assertThat(name(IMAGES)).isEqualTo("of-remote 1.2.3");
        assertThat(name(IMAGES, ".release.yaml")).isEqualTo("of-gradle 1.2.3");

        workspace.write("pom.xml", "<project><artifactId>of-maven</artifactId><version>1.2.3</version></project>");
        assertThat(name(IMAGES, ".release.yaml")).isEqualTo("of-maven 1.2.3");

        workspace.write("pom.xml", "<project>");
        assertThat(name(IMAGES, ".release.yaml")).isEqualTo("of-gradle 1.2.3");
    }

    private String name(String configuration) throws InterruptedException {
        return name(configuration, ".goreleaser.yaml");
    }

    private String name(String configuration, String file) throws InterruptedException {
        workspace.write(file, configuration);
        workspace.commit("Change");
        workspace.git("tag", "-f", "v1.2.3");
        return Jrelease.in(workspace).run("plan").out().lines().findFirst().orElse("");
    }
}
