package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of other release tools: the hint says what is written here, and that is understood. */
class OptionsOfOtherToolsTest {
    private final Jrelease jrelease;

    OptionsOfOtherToolsTest(@TempDir Path folder) throws InterruptedException {
        jrelease = Jrelease.in(GitWorkspace.create(folder.resolve("work")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version                 | use jrelease --version                 | --version",
                "jsonschema              | use jrelease schema                    | schema",
                "release -v              | use --verbose to see more              | release --verbose",
                "inspect -v oci:dist     | use --verbose to see more              | inspect --verbose oci:dist",
                "check -v                | use jrelease --version                 | --version",
                "release --rm-dist       | use --clean                            | release --clean",
                "release --dry-run       | jrelease plan shows what release would do | plan",
                "release --dry-run       | jrelease release --snapshot builds and publishes nothing | release --snapshot",
                "release --skip-publish  | use --skip=publish                     | release --skip=publish",
                "release --skip-push     | use --skip=publish                     | release --skip=publish",
                "release v1.2.3          | use --tag v1.2.3                       | release --tag v1.2.3",
                "plan 1.2.3              | use --tag 1.2.3                        | plan --tag 1.2.3",
                "build --single-target   | use --platforms with one platform      | build --platforms linux/amd64",
                "healthcheck             | use jrelease doctor                    | doctor",
                "release --skip-docker   | use --skip=docker                      | release --skip=docker",
                "release --skip-sign     | use --skip=sign                        | release --skip=sign",
                "release --auto-snapshot | use --snapshot                         | release --snapshot",
                "-C . release            | options follow the command: jrelease COMMAND -C | release -C .",
                "--snapshot release      | options follow the command: jrelease COMMAND --snapshot | release --snapshot",
                "--quiet                 | options follow the command: jrelease COMMAND --quiet | release --quiet",
            })
    void haveOnesHere(String written, String hint, String instead) {
        Outcome refused = jrelease.run(written.split(" ", -1));

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.err()).contains("  hint: ").contains(hint);
        assertThat(jrelease.run(instead.split(" ", -1)).code()).isNotEqualTo(ExitCode.USAGE.code());
    }

    @ParameterizedTest
    @CsvSource({"relase, release", "chek, check", "docter, doctor", "completon, completion"})
    void aMistypedCommandHasASuggestion(String written, String meant) {
        Outcome refused = jrelease.run(written);

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.err()).contains("  hint: did you mean " + meant + "?\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "release --snap        | --snap           | --snapshot",
                "release --ta v1.2.3   | --ta             | --tag",
                "plan --outptu json    | --outptu         | --output",
                "check --conf=a.yaml   | --conf=a.yaml    | --config",
                "copy --platfrom a b c | --platfrom       | --platform",
                "build --platf=a/b     | --platf=a/b      | --platforms",
                "doctor -c .           | -c               | -C",
            })
    void aMistypedOptionHasASuggestion(String written, String option, String meant) {
        Outcome refused = jrelease.run(written.split(" ", -1));

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.err())
                .startsWith("jrelease: unknown option: '" + option + "'\n  hint: did you mean " + meant + "?\n");
    }

    @Test
    void aMistypedCommandIsNoCommandThatHasHelp() {
        Outcome refused = jrelease.run("relase", "--help");

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.err()).startsWith("jrelease: unknown command 'relase'\n  hint: did you mean release?\n");
        assertThat(jrelease.run("release", "--help").code()).isZero();
        assertThat(jrelease.run("--help").code()).isZero();
    }

    @Test
    void anOptionLikeNoneHasNoSuggestion() {
        assertThat(jrelease.run("release", "-x").err()).doesNotContain("hint");
        assertThat(jrelease.run("release", "--whatever", "x").err())
                .startsWith("jrelease: unknown option: '--whatever'\n")
                .doesNotContain("hint");
    }

    @Test
    void helpIsACommand() {
        assertThat(jrelease.run("help").out()).contains("release", "check");
        assertThat(jrelease.run("help", "release").out()).contains("--snapshot");
    }
}
