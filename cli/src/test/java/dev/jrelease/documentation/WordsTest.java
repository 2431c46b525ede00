package dev.jrelease.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Comments, messages and pages are written in plain technical English, without words that need an explanation. */
class WordsTest {
    /** Each word with what to write instead. */
    private static final Map<String, String> BANNED = banned();

    private static final List<String> SOURCES =
            List.of("core/src/main/java", "cli/src/main/java", "testkit/src/main/java");

    @Test
    void plainWordsAreUsed() throws IOException {
        Pattern any = Pattern.compile(
                BANNED.keySet().stream().collect(Collectors.joining("|", "\\b(?:", ")\\b")), Pattern.CASE_INSENSITIVE);
        List<String> found = new ArrayList<>();
        List<Path> files = files();
        for (Path file : files) {
            List<String> lines = Files.readAllLines(file);
            for (int line = 0; line < lines.size(); line++) {
                String place = Page.REPOSITORY.relativize(file) + ":" + (line + 1) + ": ";
                any.matcher(lines.get(line)).results().forEach(word -> found.add(place + advice(word.group())));
            }
        }

        assertThat(found).isEmpty();
        assertThat(files).hasSizeGreaterThan(500);
    }

    private static Map<String, String> banned() {
        Map<String, String> banned = new LinkedHashMap<>();
        banned.put("told|tells?|telling", "report, state, print, distinguish");
        banned.put("whoever|nobody", "name the person or the program");
        banned.put("doors?|knock(?:s|ed|ing)?", "client, connection, request");
        banned.put("whose move", "state who has to do what");
        banned.put("may we", "check the permission");
        banned.put("knows? nothing", "state what is not read");
        banned.put("the first there is", "the first of");
        banned.put("says so", "state what it states");
        return banned;
    }

    private static String advice(String word) {
        return BANNED.entrySet().stream()
                .filter(entry -> Pattern.compile(entry.getKey(), Pattern.CASE_INSENSITIVE)
                        .matcher(word)
                        .matches())
                .findFirst()
                .map(entry -> "'" + word + "': " + entry.getValue())
                .orElseThrow();
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Page page : Page.all()) {
            files.add(page.path());
        }
        for (String folder : SOURCES) {
            try (Stream<Path> all = Files.walk(Page.REPOSITORY.resolve(folder))) {
                all.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
