package dev.jrelease.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.JsonView;
import dev.jrelease.failure.Problems;
import dev.jrelease.json.Json;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

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

    @TestFactory
    Stream<DynamicTest> examplesAndDefaultsAreRight() {
        return forEachKey((place, component) -> Stream.concat(
                        component.examples().stream(), component.standard().stream())
                .forEach(text -> assertThat(problems(place.file(component, JsonView.value(text))))
                        .as(text)
                        .isEmpty()));
    }

    private static Stream<DynamicTest> forEachKey(BiConsumer<Place, Component> body) {
        return Place.all(Configurations.SECTIONS).stream()
                .flatMap(place -> place.components().stream()
                        .map(component -> DynamicTest.dynamicTest(
                                place.path() + component.key(), () -> body.accept(place, component))));
    }

    private static List<?> problems(JsonNode file) {
        Problems problems = new Problems();
        ConfigLoader.load(ConfigFile.of(".release.yaml", Json.text(file)), Configurations.SECTIONS, problems);
        return problems.list();
    }
}
