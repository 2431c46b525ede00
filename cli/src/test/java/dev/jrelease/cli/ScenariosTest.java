package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every folder in {@code src/test/scenarios} is a test: its files are a repository, its transcript is what happens
 * there. With {@code -Dgolden.update=true} the transcripts are written anew.
 */
class ScenariosTest {
    private static final Path SCENARIOS = Path.of("src/test/scenarios");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TestFactory
    Stream<DynamicTest> happensAsItIsWritten(@TempDir Path folder) throws IOException {
        return Scenario.all(SCENARIOS).stream()
                .map(scenario ->
                        DynamicTest.dynamicTest(String.valueOf(scenario.getFileName()), () -> check(scenario, folder)));
    }

    private static void check(Path files, Path folder) throws IOException, InterruptedException {
        Path transcript = files.resolve(Scenario.TRANSCRIPT);
        String expected = Files.readString(transcript);
        try (Scenario scenario = new Scenario(files, folder.resolve(files.getFileName()))) {
            String actual = scenario.play(expected);
            if (UPDATE) {
                Files.writeString(transcript, actual);
            }
            assertThat(actual).isEqualTo(UPDATE ? actual : expected);
        }
    }
}
