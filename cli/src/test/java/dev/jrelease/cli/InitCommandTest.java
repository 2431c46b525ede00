package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What init writes, and what it leaves alone. */
@SuppressWarnings("NullAway.Init")
class InitCommandTest {
    private GitWorkspace workspace;
    private Jrelease jrelease;

    @BeforeEach
    void makeProject(@TempDir Path folder) throws InterruptedException {
        workspace = GitWorkspace.create(folder.resolve("work"));
        jrelease = Jrelease.in(workspace);
    }

    @Test
    void writesWhatChecksWithoutAMistake() throws InterruptedException {
        workspace.write("Dockerfile", "FROM scratch\nCOPY site /\n").write("site/index.html", "hello\n");
        workspace.git("remote", "add", "origin", "https://github.com/acme/site.git");

        Outcome written = jrelease.run("init", "--yes", "--github");

        assertThat(written.out()).isEqualTo(".release.yaml: written\n.github/workflows/release.yml: written\n");
        assertThat(written.err()).isEqualTo("found a Dockerfile\nnext: jrelease release --snapshot\n");
        assertThat(jrelease.run("check", "--strict").out()).startsWith(".release.yaml: ok");
        assertThat(workspace.folder().resolve(".release.yaml"))
                .content()
                .contains("images: [ghcr.io/acme/site]", "extra_files:\n      - 'site'");
    }

    @Test
    void replacesNoFile() {
        workspace
                .write("Dockerfile", "FROM scratch\n")
                .write(".github/workflows/release.yml", "mine\n")
                .write(".github/workflows/jrelease.yml", "mine, too\n");

        Outcome refused = jrelease.run("init", "--yes", "--github");

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.err()).contains(".github/workflows/jrelease.yml exists, and init replaces no file");
        assertThat(workspace.folder().resolve(".release.yaml")).doesNotExist();

        workspace.write(".release.yaml", "version: 1\n");
        assertThat(jrelease.run("init", "--yes").err()).contains(".release.yaml exists, and init replaces no file");
        assertThat(workspace.folder().resolve(".release.yaml")).hasContent("version: 1");
    }

    @Test
    void migratesAFileOfGoReleaser() {
        workspace
                .write("Dockerfile", "FROM scratch\n")
                .write(".goreleaser.yaml", "version: 2\ndockers:\n  - image_templates: [\"acme/x:{{ .Version }}\"]\n");

        Outcome migrated = jrelease.run("init", "--yes");

        assertThat(migrated.out()).isEqualTo(".release.yaml: written\n");
        assertThat(workspace.folder().resolve(".release.yaml")).content().contains("acme/x:{{ .Version }}");
    }

    @Test
    void refusesANameThatIsNoneOfAnImage() {
        workspace.write("Dockerfile", "FROM scratch\n");

        assertThat(jrelease.run("init", "--yes", "--image", "acme/x:1").err())
                .contains("'acme/x:1' has a tag or a digest");
        assertThat(jrelease.run("init", "--yes", "--image", "Acme/X").code()).isEqualTo(ExitCode.USAGE.code());
    }
}
