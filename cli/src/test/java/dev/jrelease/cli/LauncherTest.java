package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.testkit.program.WrittenProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** Those that hash, pack or send have the second compiler. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "start quick: --version --help help",
                "plan quick: check plan init migrate schema completion man report",
                "release release: release build publish promote rollback inspect copy manifest serve doctor"
            })
    void chooseTheCacheByTheCommand(String cacheAndCompiler, String commands, @TempDir Path folder) throws Exception {
        String[] words = cacheAndCompiler.split(" ", -1);
        Path launcher = launcher(folder, "echo \"$@\"");
        for (String command : commands.split(" ", -1)) {
            assertThat(Tool.run("sh", launcher.toString(), command))
                    .as(command)
                    .contains(words[1] + ".options", words[0] + ".aot", "Main " + command);
        }
    }

    @ParameterizedTest
    @CsvSource({"C, C.UTF-8", "POSIX, C.UTF-8", "de_DE.UTF-8, de_DE.UTF-8", "en_US.ISO-8859-1, en_US.ISO-8859-1"})
    void withoutALocaleTextIsUtf8(String given, String used, @TempDir Path folder) throws Exception {
        Path launcher = launcher(folder, "echo \"$LC_ALL\"");

        assertThat(Tool.run("env", "LC_ALL=" + given, "sh", launcher.toString()).strip())
                .isEqualTo(used);
    }

    /** The launcher with a program in place of Java. */
    private static Path launcher(Path folder, String java) throws IOException {
        Path launcher = Files.createDirectories(folder.resolve("bin")).resolve("jrelease");
        Files.copy(FOLDER.resolve("bin/jrelease"), launcher);
        WrittenProgram.script(
                Files.createDirectories(folder.resolve("runtime/bin")).resolve("java"), java);
        return launcher;
    }

    @Test
    void bothChooseTheSameCache() throws IOException {
        String planned =
                group(sh(), "(?m)^  (check .*)\\) cache=plan jit=quick").replace(" | ", " ");

        assertThat(cmd())
                .contains(
                        "set \"cache=release\"",
                        "set \"jit=quick\"",
                        "for %%c in (" + planned + ") do if \"%first%\"==\"%%c\" set \"cache=plan\"",
                        "if \"%first%\"==\"\" set \"cache=start\"",
                        "if \"%first%\"==\"help\" set \"cache=start\"",
                        "if \"%first:~0,1%\"==\"-\" set \"cache=start\"",
                        "if \"%cache%\"==\"release\" set \"jit=release\"");
    }

    private static String group(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
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
