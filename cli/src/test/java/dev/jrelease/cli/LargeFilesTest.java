package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Problem;
import dev.jrelease.secret.Redactor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files that hold thousands of the same: each takes as long as the one before it. */
class LargeFilesTest {
    private static final int COUNT = 10_000;
    private static final String IMAGE = "dockers:\n  - image_templates: [\"acme/a:{{ .Version }}\"]\n";
    private static final String TOGETHER = "dockers_v2:\n  - images: [acme/a]\n    tags: [v1]\n";

    private static List<Problem> problems(String yaml) {
        Environment environment = new Environment(Map.of(), Path.of("/home"), Path.of("/none"));
        try (Releaser releaser = new Releaser(environment, new Redactor(), Instant.EPOCH)) {
            return releaser.check(ConfigFile.of(".release.yaml", yaml))
                    .problems()
                    .list();
        }
    }

    private static String many(String between, IntFunction<String> item) {
        return IntStream.range(0, COUNT).mapToObj(item).collect(Collectors.joining(between));
    }

    @Test
    void unknownKeysOfAnEntry() {
        List<Problem> problems = problems(IMAGE + "    " + many("\n    ", i -> "unknown_" + i + ": x") + "\n");

        assertThat(problems).hasSize(COUNT);
        assertThat(ProblemTexts.of(problems, new Redactor())).hasSize(COUNT);
    }

    @Test
    void unknownKeysOfTheFile() {
        assertThat(problems(many("\n", i -> "unknown_" + i + ": x") + "\n" + IMAGE))
                .hasSize(COUNT);
    }

    @Test
    void unknownKeysInOneLineThatIsShownOnce() {
        List<Problem> problems = problems("dockers: [{image_templates: [\"acme/a:{{ .Version }}\"], "
                + many(", ", i -> "unknown_" + i + ": x") + "}]\n");

        assertThat(problems).hasSize(COUNT);
        List<String> texts = ProblemTexts.of(problems, new Redactor()).stream()
                .map(ProblemTexts.Shown::text)
                .toList();
        assertThat(texts.getFirst()).contains("1 | ", "unknown_0: x");
        assertThat(texts.subList(1, COUNT)).noneMatch(text -> text.contains("1 | "));
    }

    @Test
    void misspeltKeysAndWhatIsMissingForThem() {
        List<Problem> problems = problems("dockers:\n" + many("\n", i -> "  - imge_templates: [acme/a" + i + ":v1]"));

        assertThat(problems)
                .hasSize(COUNT)
                .allMatch(problem -> problem.message().startsWith("unknown key 'imge_templates'"));
    }

    @Test
    void labels() {
        assertThat(problems(TOGETHER + "    labels:\n      " + many("\n      ", i -> "l" + i + ": \"{{ .Version }}\"")))
                .isEmpty();
    }

    @Test
    void labelsThatAreMistakes() {
        assertThat(problems(TOGETHER + "    labels:\n      " + many("\n      ", i -> "l" + i + ": \"{{ .Nope }}\"")))
                .hasSize(COUNT);
    }

    @Test
    void labelsAsFlags() {
        assertThat(problems(IMAGE + "    build_flag_templates:\n      - "
                        + many("\n      - ", i -> "--label=l" + i + "=x")))
                .isEmpty();
    }
}
