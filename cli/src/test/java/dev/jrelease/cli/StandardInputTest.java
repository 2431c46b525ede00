package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -f -} reads the configuration from standard input. */
class StandardInputTest {
    private final GitWorkspace workspace;

    StandardInputTest(@TempDir Path folder) throws InterruptedException {
        workspace = GitWorkspace.create(folder.resolve("work"));
    }

    @Test
    void checksAndPlansWhatIsTyped() throws InterruptedException {
        workspace.write("ci/hello.yaml", "dockers: [{image_templates: [\"acme/hello:{{ version }}\"]}]\n");
        workspace.commit("Begin").tag("v1.2.3");
        Jrelease jrelease = Jrelease.in(workspace).typing("includes: ci/hello.yaml\nproject_name: hello\n");

        assertThat(jrelease.run("check", "-f", "-").toString()).isEqualTo("exit code 0\n<stdin>: ok\n");
        assertThat(jrelease.run("plan", "-f", "-").out())
                .startsWith("hello 1.2.3")
                .contains("acme/hello:1.2.3");
    }

    @Test
    void tellsProblemsOfEveryFileWithTheirLines() {
        workspace.write("ci/hello.yaml", "dockers:\n  - image_templates: [\"acme/hello:{{> ci/tag.txt}}\"]\n");
        workspace.write("ci/ci/tag.txt", "{{ verison }}");

        Outcome outcome = Jrelease.in(workspace)
                .typing("includes: [ci/*.yaml]\ndokcers: []\n")
                .run("check", "-f", "-");

        assertThat(outcome.toString()).isEqualTo("""
                exit code 3
                <stdin>: 2 errors
                <stdin>:2:1: unknown key 'dokcers'
                  2 | dokcers: []
                    | ^
                  hint: did you mean dockers?
                ci/ci/tag.txt:1:4: 'verison' is not known here
                  1 | {{ verison }}
                    |    ^
                  hint: did you mean Version?
                """);
    }

    @Test
    void migratesWhatIsTyped() {
        Jrelease jrelease = Jrelease.in(workspace).typing("version: 2\ndockers: [{image_templates: [acme/hello]}]\n");
        String migrated = """
                exit code 0
                version: 1
                dockers: [{image_templates: [acme/hello]}]
                <stdin>:1:1: changed: version 2 is the number of GoReleaser's files, 1 that of these
                """;

        assertThat(jrelease.run("migrate", "-").toString()).isEqualTo(migrated);
        assertThat(jrelease.run("migrate", "-f", "-").toString()).isEqualTo(migrated);
        assertThat(jrelease.run("migrate", "-", "-o", "new.yaml").out()).isEqualTo("new.yaml: written\n");
    }

    @Test
    void saysThatNothingWasTyped() {
        assertThat(Jrelease.in(workspace).run("check", "-f", "-").err()).startsWith("<stdin>:1:1: the file is empty\n");
    }

    @Test
    void refusesMoreThanAConfigurationCanBe() {
        assertThat(Jrelease.in(workspace)
                        .typing("#".repeat(2 << 20))
                        .run("check", "-f", "-")
                        .toString())
                .isEqualTo("""
                exit code 3
                <stdin>: 1 error
                <stdin>: could not read <stdin>: it is larger than 1 MiB
                """);
    }
}
