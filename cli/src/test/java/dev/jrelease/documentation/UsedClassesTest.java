package dev.jrelease.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every class is named by another file: merging two changes can bring back one that was deleted. */
class UsedClassesTest {
    private static final Pattern WORD = Pattern.compile("\\w++");
    private static final List<Path> PLACES = Stream.of("core", "cli", "testkit", "scripts")
            .map(Path.of("..")::resolve)
            .toList();

    @Test
    void everyClassIsNamedElsewhere() throws IOException {
        Map<String, Integer> files = new HashMap<>();
        Set<String> classes = new HashSet<>();
        for (Path file : sources()) {
            words(file).forEach(word -> files.merge(word, 1, Integer::sum));
            String name = file.getFileName().toString();
            if (isOfTheProgram(file.toString()) && name.endsWith(".java") && !name.startsWith("package-")) {
                classes.add(name.replace(".java", ""));
            }
        }

        assertThat(classes).hasSizeGreaterThan(300);
        assertThat(classes.stream().filter(name -> files.getOrDefault(name, 0) < 2))
                .isEmpty();
    }

    /** Projects that tests build have sources, too. */
    private static boolean isOfTheProgram(String file) {
        return file.contains("/src/main/") && !file.contains("/src/test/");
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path place : PLACES) {
            try (Stream<Path> all = Files.walk(place)) {
                all.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().contains("/target/"))
                        .filter(UsedClassesTest::isSource)
                        .forEach(sources::add);
            }
        }
        return sources;
    }

    private static boolean isSource(Path file) {
        String name = file.toString();
        return name.endsWith(".java")
                || name.endsWith("pom.xml")
                || name.contains("/launcher/")
                || name.contains("scripts/");
    }

    private static Set<String> words(Path file) throws IOException {
        return WORD.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }
}
