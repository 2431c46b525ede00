package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.git.GitWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every folder in {@code core/src/test/configurations} is a test: one in {@code good} is planned to its {@code plan.json}
 * with the warnings in its {@code warnings.txt}, and one in {@code bad} has the problems in its {@code problems.txt}.
 * With {@code -Dgolden.update=true} these are written anew.
 *
 * <p>A good one is a repository with the tag v1.2.3, or the one in its file {@code tag}, besides those in {@code
 * other-tags}; {@code environment} holds variables, and with {@code snapshot} it is planned as one.
 */
class ConfigurationsTest {
    private static final Path CONFIGURATIONS = Path.of("../core/src/test/configurations");
    private static final String PLAN = "plan.json";
    private static final String WARNINGS = "warnings.txt";
    private static final Instant NOW = Instant.parse("2026-01-03T00:00:00Z");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TestFactory
    Stream<DynamicTest> goodOnesArePlanned(@TempDir Path temporary) throws IOException {
        return folders("good", folder -> plan(folder, temporary));
    }

    @TestFactory
    Stream<DynamicTest> badOnesAreRefused() throws IOException {
        return folders("bad", ConfigurationsTest::refuse);
    }

    private static Stream<DynamicTest> folders(String kind, Check check) throws IOException {
        try (Stream<Path> all = Files.list(CONFIGURATIONS.resolve(kind))) {
            return all.sorted().toList().stream()
                    .map(folder ->
                            DynamicTest.dynamicTest(String.valueOf(folder.getFileName()), () -> check.perform(folder)));
        }
    }

    private static void plan(Path folder, Path temporary) throws IOException, InterruptedException {
        Repository repository = Repository.of(folder, temporary.resolve(folder.getFileName()));
        try (Releaser releaser = repository.releaser()) {
            assertThat(releaser.check(repository.file()).problems().list())
                    .extracting(Problem::severity)
                    .doesNotContain(Problem.Severity.ERROR);
            Problems problems = new Problems();
            var plan = releaser.plan(repository.file(), repository.options(), problems);
            compare(folder.resolve(PLAN), Json.pretty(plan.json(new Redactor())) + "\n");
            compare(folder.resolve(WARNINGS), text(problems.list()));
        } catch (InvalidConfigurationException refused) {
            throw new AssertionError(text(refused.problems()), refused);
        }
    }

    private static void refuse(Path folder) throws IOException {
        compare(folder.resolve("problems.txt"), problems(folder));
    }

    private static String problems(Path folder) throws IOException {
        Path path = ConfigFile.find(folder).orElseThrow();
        Environment environment = new Environment(Map.of(), folder, folder.toAbsolutePath());
        try (Releaser releaser = new Releaser(environment, new Redactor(), NOW)) {
            ConfigFile file = ConfigFile.read(path, String.valueOf(path.getFileName()));
            Problems problems = releaser.check(file).problems();
            assertThat(problems.hasErrors()).as("it has errors").isTrue();
            return text(problems.list());
        } catch (InvalidConfigurationException refused) {
            return refused.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")) + "\n";
        } catch (ReleaseException refused) {
            return refused.getMessage() + "\n";
        }
    }

    private static String text(List<Problem> problems) {
        return problems.stream()
                .map(problem -> ProblemText.of(problem, new Redactor()) + "\n")
                .collect(Collectors.joining());
    }

    /** A file that would be empty is not there. */
    private static void compare(Path golden, String actual) throws IOException {
        if (UPDATE && actual.isEmpty()) {
            Files.deleteIfExists(golden);
        } else if (UPDATE) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.exists(golden) ? Files.readString(golden) : "");
    }

    private interface Check {
        void perform(Path folder) throws IOException, InterruptedException;
    }

    /** What a good configuration is planned in. */
    private record Repository(GitWorkspace git, Environment environment, ReleaseOptions options) {

        static Repository of(Path files, Path folder) throws IOException, InterruptedException {
            GitWorkspace git = GitWorkspace.create(folder).copy(files);
            for (String golden : List.of(PLAN, WARNINGS)) {
                Files.deleteIfExists(folder.resolve(golden));
            }
            git.git("remote", "add", "origin", "https://git.example.com/acme/" + files.getFileName() + ".git");
            for (String tag : lines(files.resolve("other-tags"))) {
                git.commit("another version").tag(tag);
            }
            git.commit("this version");
            git.tag(lines(files.resolve("tag")).stream().findFirst().orElse("v1.2.3"));
            Map<String, String> variables = new LinkedHashMap<>(GitWorkspace.NO_SETTINGS);
            variables.put("PATH", System.getenv("PATH"));
            for (String line : lines(files.resolve("environment"))) {
                variables.put(line.split("=", 2)[0], line.split("=", 2)[1]);
            }
            boolean snapshot = Files.exists(files.resolve("snapshot"));
            return new Repository(
                    git,
                    new Environment(variables, folder.resolveSibling("home"), folder),
                    snapshot ? ReleaseOptions.release().asSnapshot() : ReleaseOptions.release());
        }

        private static List<String> lines(Path file) throws IOException {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        }

        Releaser releaser() {
            return new Releaser(environment, new Redactor(), NOW);
        }

        ConfigFile file() {
            Path path = ConfigFile.find(git.folder()).orElseThrow();
            return ConfigFile.read(path, String.valueOf(path.getFileName()));
        }
    }
}
