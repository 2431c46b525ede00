package dev.jrelease.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each test that a page names in brackets exists: {@code [`Copy…nothingIsSentTwice`, `CopyTest.aLaterCopyGoesOn`]}. */
class NamedTestsTest {
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[\\]]*`[^\\[\\]]*)](?!\\()");
    private static final Pattern NAME = Pattern.compile("(?<!scenario )`(?:([A-Z]\\w*)(?:[….](\\w+))?|([a-z]\\w*))`");

    @Test
    void exist() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        int names = 0;
        for (Page page : Page.all()) {
            for (MatchResult brackets :
                    BRACKETS.matcher(Files.readString(page.path())).results().toList()) {
                String type = "";
                for (MatchResult name :
                        NAME.matcher(brackets.group(1)).results().toList()) {
                    names++;
                    type = name.group(1) == null ? type : name.group(1);
                    String method = name.group(2) == null ? name.group(3) : name.group(2);
                    if (!has(tests, type, method == null ? "" : " " + method + "(")) {
                        missing.add(page.name() + ": " + name.group());
                    }
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(names).isGreaterThan(60);
    }

    private static boolean has(Map<String, String> tests, String type, String method) {
        return tests.entrySet().stream()
                .anyMatch(test ->
                        test.getKey().startsWith(type) && test.getValue().contains(method));
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new HashMap<>();
        for (String module : List.of("testkit", "core", "cli")) {
            try (Stream<Path> files = Files.walk(Page.REPOSITORY.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    tests.merge(file.getFileName().toString(), Files.readString(file), String::concat);
                }
            }
        }
        return tests;
    }
}
