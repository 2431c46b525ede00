package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The launcher for Windows starts what the other one starts. Only its text is read: it is not run here. */
class LauncherTest {
    private static final Path FOLDER = Path.of("src/main/launcher");

    @Test
    void bothStartTheSameClassWithTheSameOptions() throws IOException {
        String words = sh().replaceAll("(?s).*exec ", "").replace("\\\n", " ");

        assertThat(options(line(cmd(), "\"%java%\" \"@")
                        .replace('\\', '/')
                        .replaceAll("%(\\w+)%", "\\$$1")
                        .replace("$java", "$home/runtime/bin/java")
                        .replace("%*", "$@")))
                .isEqualTo(options(words));
    }

    /** The words without quotes, which the two need at other places. */
    private static List<String> options(String line) {
        return Arrays.stream(line.strip().split("\\s+", -1))
                .map(word -> word.replace("\"", ""))
                .toList();
    }

    @Test
    void bothChooseTheCacheByTheCommand() throws IOException {
        for (String command : List.of("release", "inspect")) {
            assertThat(sh()).containsPattern("(?m)^  [^)]*\\b" + command + "\\b[^)]*\\) cache=release jit=release");
            assertThat(cmd()).contains("if \"%first%\"==\"" + command + "\" set \"cache=release\"");
        }
        assertThat(cmd()).contains("if \"%cache%\"==\"release\" set \"jit=release\"");
        assertThat(sh()).contains("  '' | -* | help) cache=start jit=quick", "  *) cache=plan jit=quick");
        assertThat(cmd())
                .contains(
                        "set \"cache=plan\"",
                        "set \"jit=quick\"",
                        "if \"%first%\"==\"\" set \"cache=start\"",
                        "if \"%first%\"==\"help\" set \"cache=start\"",
                        "if \"%first:~0,1%\"==\"-\" set \"cache=start\"");
    }

    @Test
    void theFilesThatBothNameAreThere() throws IOException {
        assertThat(Pattern.compile("@%home%\\\\lib\\\\(\\w+)\\.options")
                        .matcher(cmd())
                        .results())
                .extracting(found -> found.group(1))
                .containsExactly("java");
        for (String name : List.of("java", "quick", "release")) {
            assertThat(FOLDER.resolve("lib/" + name + ".options")).exists();
        }
    }

    /** A label is not found for certain with other line ends. */
    @Test
    void itsLinesEndAsWindowsWantsThem() throws IOException {
        String text = Files.readString(FOLDER.resolve("bin/jrelease.cmd"));

        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    private static String sh() throws IOException {
        return Files.readString(FOLDER.resolve("bin/jrelease"));
    }

    private static String cmd() throws IOException {
        return Files.readString(FOLDER.resolve("bin/jrelease.cmd")).replace("\r\n", "\n");
    }

    private static String line(String text, String beginning) {
        return text.lines()
                .filter(line -> line.startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }
}
