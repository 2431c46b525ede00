package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The help of each command has examples, and each of them is understood. */
class ExamplesOfHelpTest {
    private static final String START = "  jrelease ";

    private final Jrelease jrelease;

    ExamplesOfHelpTest(@TempDir Path folder) throws InterruptedException {
        jrelease = Jrelease.in(GitWorkspace.create(folder.resolve("work")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "check",
                "plan",
                "doctor",
                "release",
                "build",
                "publish",
                "rollback",
                "inspect",
                "copy",
                "manifest",
                "manifest create",
                "manifest push",
                "promote",
                "report",
                "serve",
                "migrate",
                "schema",
                "completion",
                "man"
            })
    void areUnderstood(String command) {
        List<String> examples = jrelease.run((command + " --help").split(" ", -1))
                .out()
                .lines()
                .dropWhile(line -> !line.equals("Examples:"))
                .skip(1)
                .toList();

        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            assertThat(example).startsWith(START + command);
            String words = example.substring(START.length()) + " --help";
            Outcome outcome = jrelease.run(words.split(" ", -1));
            assertThat(outcome.code()).as(outcome.toString()).isZero();
            assertThat(outcome.err()).isEmpty();
        }
    }
}
