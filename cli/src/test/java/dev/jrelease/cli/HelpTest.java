package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The help of each command fits into a terminal, and breaks no name in two. */
class HelpTest {
    private static final int TERMINAL = 80;
    private static final Pattern BROKEN = Pattern.compile("(^| )[.]\\n|\\w/\\n|\\w[.]\\n +(yaml|yml)\\b");

    private final Jrelease jrelease;

    HelpTest(@TempDir Path folder) throws InterruptedException {
        jrelease = Jrelease.in(GitWorkspace.create(folder.resolve("work")));
    }

    @ParameterizedTest
    @CsvSource({"60, 60", "80, 80", "120, 120", "200, 120"})
    void isAsWideAsTheTerminal(int columns, int widest) {
        List<String> lines =
                jrelease.runAt(columns, "release", "--help").out().lines().toList();

        assertThat(lines).allMatch(line -> line.length() <= widest).anyMatch(line -> line.length() > widest - 15);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "check",
                "plan",
                "release",
                "inspect",
                "copy",
                "manifest",
                "serve",
                "migrate",
                "schema",
                "doctor",
                "rollback",
                "completion"
            })
    void breaksNoName(String command) {
        String help = command.isEmpty()
                ? jrelease.run("--help").out()
                : jrelease.run(command, "--help").out();

        assertThat(help).isNotEmpty();
        assertThat(help.lines()).allMatch(line -> line.length() <= TERMINAL);
        assertThat(help).doesNotContainPattern(BROKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "plan", "release"})
    void namesEveryFileThatIsLookedFor(String command) {
        List<String> words = List.of(jrelease.run(command, "--help").out().split("[\\s,]+"));

        assertThat(words.stream().map(word -> word.replaceFirst("[.]$", ""))).containsAll(ConfigFile.NAMES);
    }

    @Test
    void namesEveryFileThatIsMigrated() {
        assertThat(jrelease.run("migrate", "--help").out().split("[\\s,]+"))
                .contains(".goreleaser.yaml", ".goreleaser.yml", "goreleaser.yaml", "goreleaser.yml.", ".release.yaml");
    }
}
