package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A command without an argument that it needs names that argument. */
class MissingArgumentTest {
    private final Jrelease jrelease;

    MissingArgumentTest(@TempDir Path folder) throws InterruptedException {
        jrelease = Jrelease.in(GitWorkspace.create(folder.resolve("work")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "promote                    | promote       | CANDIDATE",
                "promote --tag v1.2.3       | promote       | CANDIDATE",
                "promote --dry-run          | promote       | CANDIDATE",
                "inspect                    | inspect       | PLACE",
                "inspect --verbose          | inspect       | PLACE",
                "copy                       | copy          | SRC",
                "copy acme/hello:1          | copy          | DST",
                "manifest push              | manifest push | oci:DIR[:NAME]",
                "manifest push oci:dist/oci | manifest push | REF",
                "completion                 | completion    | SHELL",
            })
    void isNamed(String words, String command, String argument) {
        Outcome outcome = jrelease.run(words.split(" ", -1));

        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(ExitCode.USAGE.code());
        assertThat(outcome.err())
                .startsWith("jrelease: missing required parameter")
                .contains(argument)
                .contains("try: jrelease " + command + " --help");
    }
}
