package dev.jrelease.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.JsonView;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What is said about keys, of every section: it is there, and it is true. */
class KeysTest {

    @Test
    void everyRecordIsLookedAt() {
        assertThat(Place.all(Configurations.SECTIONS))
                .extracting(Place::path)
                .contains("", "snapshot.", "dockers.", "dockers.extra_files.", "docker_manifests.annotate.");
    }

    @TestFactory
    Stream<DynamicTest> everyKeyIsDescribedInASentence() {
        return forEachKey((place, component) -> assertThat(component.description())
                .hasValueSatisfying(
                        text -> assertThat(text).matches("[A-Z].*[^.]\\.").hasSizeLessThan(250)));
    }

    /** Nothing is said of them, but for what is said of the place alone: that its section is not run. */
    @TestFactory
    Stream<DynamicTest> examplesAndDefaultsAreRight(@TempDir Path folder) throws IOException {
        writeFilesToInclude(folder);
        return forEachKey((place, component) -> Stream.concat(
                        component.examples().stream(), component.standard().stream())
                .forEach(text -> {
                    Problems problems = problems(place.file(component, JsonView.value(text)), folder);
                    assertThat(problems.hasErrors())
                            .as(text + ": " + problems.list())
                            .isFalse();
                    assertThat(messages(problems)).as(text).isSubsetOf(messages(problems(place.plain(), folder)));
                }));
    }

    private static List<String> messages(Problems problems) {
        return problems.list().stream().map(Problem::message).toList();
    }

    private static Stream<DynamicTest> forEachKey(BiConsumer<Place, Component> body) {
        return Place.all(Configurations.SECTIONS).stream()
                .flatMap(place -> place.components().stream()
                        .map(component -> DynamicTest.dynamicTest(
                                place.path() + component.key(), () -> body.accept(place, component))));
    }

    /** Those that examples of {@code includes} speak of. */
    private static void writeFilesToInclude(Path folder) throws IOException {
        Path more = Files.createDirectories(folder.resolve("ci/images"));
        Files.writeString(folder.resolve("ci/images.yaml"), "variables: {one: a}\n");
        Files.writeString(more.resolve("hello.yaml"), "variables: {other: b}\n");
    }

    private static Problems problems(JsonNode file, Path folder) {
        byte[] text = Json.text(file).getBytes(StandardCharsets.UTF_8);
        Problems problems = new Problems();
        ConfigLoader.load(
                ConfigFile.decode(".release.yaml", text, Optional.of(folder)), Configurations.SECTIONS, problems);
        return problems;
    }
}
