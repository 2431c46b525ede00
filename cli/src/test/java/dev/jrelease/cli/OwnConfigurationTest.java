package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.git.GitWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configurations in this repository are right: its own, and those of the examples. */
class OwnConfigurationTest {
    private static final String OWN = ".goreleaser-java.yaml";

    private final GitWorkspace workspace;

    OwnConfigurationTest(@TempDir Path folder) throws InterruptedException {
        workspace = GitWorkspace.create(folder.resolve("work"));
    }

    @Test
    void jreleaseCanReleaseItself() throws Exception {
        copyOwn();

        Outcome checked = Jrelease.in(workspace).run("check", "-f", OWN);
        Outcome planned = Jrelease.in(workspace).run("plan", "-f", OWN, "--snapshot");

        assertThat(checked.toString()).isEqualTo("exit code 0\n" + OWN + ": ok\n");
        assertThat(planned.code()).as(planned.toString()).isZero();
        assertThat(planned.err()).isEmpty();
        assertThat(planned.out())
                .startsWith("jrelease 0.4.0-SNAPSHOT-")
                .contains("linux/amd64", "linux/arm64", "ghcr.io/jrelease/jrelease:latest  (floating: moved last)");
    }

    private void copyOwn() throws IOException, InterruptedException {
        workspace.write(OWN, Files.readString(Path.of("..", OWN)));
        workspace.commit("Begin").tag("v0.4.0");
    }

    @Test
    void theExampleIsRight() throws Exception {
        Example.copyTo(workspace).commit("Say hello").tag("v1.0.0");

        Outcome checked = Jrelease.in(workspace).run("check");
        Outcome planned = Jrelease.in(workspace).run("plan");

        assertThat(checked.toString()).isEqualTo("exit code 0\n.release.yaml: ok\n");
        assertThat(planned.code()).as(planned.toString()).isZero();
        assertThat(planned.out()).contains("localhost:5000/acme/hello:1.0.0-armv7");
    }

    @Test
    void theProjectAmongOthersIsRight() throws Exception {
        workspace.copy(Path.of("../examples/monorepo")).commit("Say hello").tag("site/v1.0.0");

        Outcome checked = Jrelease.in(workspace).run("check", "-C", "site");
        Outcome planned = Jrelease.in(workspace).run("plan", "--project", "site");

        assertThat(checked.toString()).isEqualTo("exit code 0\n.release.yaml: ok\n");
        assertThat(planned.code()).as(planned.toString()).isZero();
        assertThat(planned.out())
                .startsWith("site 1.0.0\n")
                .contains(
                        "localhost:5000/acme/site-en:1.0.0",
                        "localhost:5000/acme/site-de:latest  (floating: moved last)");
    }
}
