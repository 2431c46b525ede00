package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkipWordsTest {

    @ParameterizedTest
    @CsvSource({
        "release, 'before, docker, sign, publish, promote'",
        "build, 'before, docker, sign, publish, promote'",
        "publish, 'docker, sign, publish, promote'",
        "promote, 'publish, promote'",
    })
    void areThoseOfTheStagesThatACommandRuns(String command, String words, @TempDir Path folder) {
        Outcome help = new Jrelease(folder, Map.of(), "").run(command, "--help");

        assertThat(help.out().replaceAll("\\s+", " ")).contains("Leave stages out: " + words + ".");
    }
}
