package dev.jrelease.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.config.Section;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.SampleFacts;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.Problems;
import dev.jrelease.fields.ReleaseNames;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Planner;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipes.Pipes;
import dev.jrelease.pipes.images.Clients;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder in {@code src/test/migrations} is a test: a {@code .goreleaser.yaml}, what becomes of it, and the
 * report. With {@code -Dgolden.update=true} the latter two are written anew.
 */
class MigrationsTest {
    private static final Path MIGRATIONS = Path.of("src/test/migrations");
    private static final String SOURCE = ".goreleaser.yaml";
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Environment NOTHING = new Environment(Map.of(), Path.of("/home"), Path.of("/projects/acme"));
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @TestFactory
    Stream<DynamicTest> becomesWhatIsExpected() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(String.valueOf(folder.getFileName()), () -> compare(folder)));
    }

    @TestFactory
    Stream<DynamicTest> passesTheCheckWithoutErrors() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(String.valueOf(folder.getFileName()), () -> check(folder)));
    }

    /** Of configurations that are there for other tests, those that are GoReleaser's. */
    @TestFactory
    Stream<DynamicTest> migratesWhateverIsGood() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/configurations/good"), 2)) {
            List<Path> sources = files.filter(
                            file -> String.valueOf(file.getFileName()).startsWith(".goreleaser."))
                    .sorted()
                    .toList();
            assertThat(sources).hasSizeGreaterThan(20);
            return sources.stream()
                    .map(source -> DynamicTest.dynamicTest(
                            String.valueOf(source.getName(source.getNameCount() - 2)),
                            () -> assertThat(migrated(source).text()).isNotEmpty()));
        }
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(MIGRATIONS)) {
            List<Path> all = folders.sorted().toList();
            assertThat(all).isNotEmpty();
            return all;
        }
    }

    private static void compare(Path folder) throws IOException {
        Migrated migrated = migrated(folder.resolve(SOURCE));
        expect(folder.resolve(".release.yaml"), migrated.text());
        expect(folder.resolve("report.txt"), migrated.report());
    }

    private static void check(Path folder) {
        ConfigFile result =
                ConfigFile.of(".release.yaml", migrated(folder.resolve(SOURCE)).text());
        Problems problems = new Problems();
        try (Releaser releaser = releaser()) {
            problems.addAll(releaser.check(result).problems());
        }
        assertThat(problems.list()).map(Problem::severity).doesNotContain(Severity.ERROR);
    }

    @TestFactory
    Stream<DynamicTest> plansToTheSameImages() throws IOException {
        return folders().stream()
                .map(folder ->
                        DynamicTest.dynamicTest(String.valueOf(folder.getFileName()), () -> comparePlans(folder)));
    }

    private static void comparePlans(Path folder) {
        ConfigFile source = ConfigFile.read(folder.resolve(SOURCE), SOURCE);
        ConfigFile result =
                ConfigFile.of(".release.yaml", migrated(folder.resolve(SOURCE)).text());
        for (ReleaseOptions options :
                List.of(ReleaseOptions.release(), ReleaseOptions.release().asSnapshot())) {
            assertThat(plan(result, options)).isEqualTo(plan(source, options));
        }
        assertThat(plan(source, ReleaseOptions.release()).get("images")).isNotEmpty();
    }

    /** A plan as machines see it: lists in no order, and without the ids of images. */
    private static Map<String, List<String>> plan(ConfigFile file, ReleaseOptions options) {
        try (Clients clients = Clients.of(NOTHING, new Redactor())) {
            List<Pipe<?, ?>> pipes = Pipes.standard(clients);
            List<Section<?>> sections = new ArrayList<>(List.of(ReleaseNames.SECTION));
            pipes.stream().map(Pipe::section).distinct().forEach(sections::add);
            Problems problems = new Problems();
            ReleaseConfig config = ConfigLoader.load(file, sections, problems);
            JsonNode plan = new Planner(pipes, new Redactor())
                    .plan(config, SampleFacts.of(NOTHING, NOW), options, problems)
                    .json(new Redactor());
            Map<String, List<String>> lists = new TreeMap<>();
            plan.properties().forEach(entry -> lists.put(entry.getKey(), items(entry.getValue())));
            return lists;
        }
    }

    private static List<String> items(JsonNode value) {
        value.forEach(item -> {
            if (item instanceof ObjectNode image && image.has("platform")) {
                image.remove("id");
            }
        });
        Stream<JsonNode> items = value.isArray() ? value.valueStream() : Stream.of(value);
        return items.map(JsonNode::toString).sorted().toList();
    }

    private static Migrated migrated(Path file) {
        ConfigFile source = ConfigFile.read(file, String.valueOf(file.getFileName()));
        try (Releaser releaser = releaser()) {
            return releaser.migrate(new Migration.Request(source, ".release.yaml", source.folder(), true));
        }
    }

    private static Releaser releaser() {
        return new Releaser(NOTHING, new Redactor(), NOW);
    }

    private static void expect(Path file, String actual) throws IOException {
        if (UPDATE) {
            Files.writeString(file, actual);
        }
        assertThat(file).exists();
        assertThat(actual).isEqualTo(Files.readString(file));
    }
}
