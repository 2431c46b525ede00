package dev.jrelease.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each message that {@code docs/troubleshooting.md} quotes is one that the program has; {@code …} stands for names. */
class TroubleshootingTest {
    private static final Path PAGE = Path.of("../docs/troubleshooting.md");
    private static final List<Path> SOURCES = List.of(Path.of("../core/src/main/java"), Path.of("src/main/java"));
    private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");

    @TestFactory
    Stream<DynamicTest> quotesWhatTheProgramSays() throws IOException {
        String program = program();
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("### `"))
                .map(line -> line.substring("### `".length(), line.lastIndexOf('`')))
                .map(message -> DynamicTest.dynamicTest(
                        message, () -> assertThat(parts(message)).isNotEmpty().allMatch(program::contains)));
    }

    private static String program() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path folder : SOURCES) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    text.append(Files.readString(file));
                }
            }
        }
        return JOINT.matcher(text).replaceAll("");
    }

    /** Every failure begins with the same two words, and joins what was attempted with what happened. */
    private static List<String> parts(String message) {
        return Stream.of(message.replaceFirst("^could not ", "").split("…|: "))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toList());
    }
}
