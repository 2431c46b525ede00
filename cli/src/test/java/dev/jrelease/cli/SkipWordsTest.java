package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkipWordsTest {

    @Test
    void areThoseOfTheStages(@TempDir Path folder) {
        Outcome help = new Jrelease(folder, Map.of(), "").run("release", "--help");

        assertThat(new SkipWords()).containsExactly("before", "docker", "sign", "publish", "promote");
        assertThat(help.out().replaceAll("\\s+", " "))
                .contains("Leave stages out: before, docker, sign, publish, promote.");
    }
}
