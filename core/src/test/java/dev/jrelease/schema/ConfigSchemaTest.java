package dev.jrelease.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.Section;
import dev.jrelease.config.bind.BindingContext;
import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.JsonView;
import dev.jrelease.config.bind.RecordBinder;
import dev.jrelease.config.bind.RecordShape;
import dev.jrelease.config.yaml.SourceText;
import dev.jrelease.config.yaml.YamlReader;
import dev.jrelease.failure.Problems;
import dev.jrelease.json.Json;
import dev.jrelease.template.Partials;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSchemaTest {
    private static final ObjectNode STRICT = ConfigSchema.strict(Configurations.SECTIONS);
    private static final ObjectNode LENIENT = ConfigSchema.lenient(Configurations.SECTIONS);

    /** The product's sections, and one that has everything. */
    private static final List<Section<?>> SECTIONS = Stream.concat(
                    Configurations.SECTIONS.stream(), Stream.of(Everything.SECTION))
            .toList();

    private static final Editor OF_ALL = new Editor(ConfigSchema.strict(SECTIONS));

    /** Values of every kind that YAML has. */
    private static final List<String> VALUES =
            """
            word ; '' ; 1 ; '1' ; -3 ; 1.5 ; true ; 'no' ; Yes ; 90s ; 1.5h ; 0 ; 1_000 ; linux/arm/v7 ; '{{ .Version }}' ; null
            [] ; [word] ; [1, true] ; [null] ; [[word]] ; [{}] ; [{other: word}] ; [docker] ; [dcoker] ; [linux/386]
            {} ; {other: word} ; {other: 1} ; {other: null} ; {other: {}} ; {other: [word]}
            docker ; Docker ; dcoker ; build-kit ; {use: docker} ; {use: dcoker} ; {use: docker, usage: docker}
            {only: maybe} ; {only: true}
            """.lines().flatMap(Pattern.compile(" ; ")::splitAsStream).toList();

    @Test
    void isASchema() {
        assertThat(Editor.complaintsAboutSchema(STRICT)).isEmpty();
        assertThat(Editor.complaintsAboutSchema(LENIENT)).isEmpty();
        assertThat(Editor.complaintsAboutSchema(Json.object().put("type", "nonsense")))
                .isNotEmpty();
    }

    /** Each key of each section with each kind of value: what the schema refuses is what binding refuses. */
    @TestFactory
    Stream<DynamicTest> refusesWhatBindingRefuses() {
        return Place.all(SECTIONS).stream()
                .flatMap(place -> place.components().stream()
                        .flatMap(component -> keys(component).stream())
                        .map(key -> DynamicTest.dynamicTest(
                                place.path() + key,
                                () -> VALUES.forEach(value -> agree(place.file(key, JsonView.value(value)))))));
    }

    @TestFactory
    Stream<DynamicTest> knowsWhichKeysThereAre() {
        return Place.all(SECTIONS).stream()
                .map(place -> DynamicTest.dynamicTest("at " + place.path(), () -> {
                    agree(place.plain());
                    agree(place.file("nobody_knows_this", Json.object()));
                    place.shape().unsupported().keySet().forEach(key -> agree(place.file(key, Json.object())));
                    place.components().forEach(component -> agree(withAllNames(place, component)));
                    agree(place.around().apply(Json.object()));
                }));
    }

    private static List<String> keys(Component component) {
        return Stream.of(List.of(component.key()), component.aliases(), component.former())
                .flatMap(List::stream)
                .toList();
    }

    /** The key under every spelling at once, which is too much if there are several. */
    private static JsonNode withAllNames(Place place, Component component) {
        ObjectNode record = Json.object();
        place.components().stream()
                .filter(Component::required)
                .forEach(needed -> record.set(
                        needed.key(), JsonView.value(needed.examples().getFirst())));
        keys(component).forEach(key -> record.set(key, JsonNodeFactory.instance.nullNode()));
        return place.around().apply(record);
    }

    private static void agree(JsonNode file) {
        List<String> complaints = OF_ALL.complaints(file);
        Problems problems = bind(file);
        assertThat(complaints.isEmpty())
                .as("%s%nschema: %s%nbinding: %s", Json.text(file), complaints, problems.list())
                .isEqualTo(!problems.hasErrors());
    }

    private static Problems bind(JsonNode file) {
        Problems problems = new Problems();
        SourceText source = new SourceText(".release.yaml", Json.text(file));
        RecordBinder binder = new RecordBinder(new BindingContext(source, Partials.none(), false, problems));
        YamlReader.read(source, problems).ifPresent(root -> {
            SECTIONS.forEach(section -> {
                if (section.isAcross()) {
                    binder.bindAmong(section.type(), root);
                } else {
                    binder.bindUnder(section.type(), root, section.keys().getFirst());
                }
            });
            List<String> known = SECTIONS.stream()
                    .flatMap(section -> section.isAcross()
                            ? RecordShape.of(section.type()).everyKey().stream()
                            : section.keys().stream())
                    .toList();
            binder.keys(root).forEach((key, place) -> {
                if (!known.contains(key)) {
                    problems.error(place, "unknown key " + key);
                }
            });
        });
        return problems;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{x-anything: {at: all}}",
                "{archives: [{formats: [zip]}], changelog: {sort: asc}}",
                "{dockers: [{goarch: 386, goarm: '', goos:, image_templates: [acme/hello]}]}",
                "{dockers: [{extra_files: [a, {src: b}]}]}",
            })
    void acceptsWhatFilesHold(String yaml) {
        assertThat(Editor.strict().complaints(ConfigFile.of(".release.yaml", yaml)))
                .isEmpty();
    }

    @Test
    void appliesMergeKeys() {
        ConfigFile file = ConfigFile.of(".release.yaml", """
                x-common: &common {goos: linux, use: docker}
                dockers:
                  - <<: *common
                    image_templates: [acme/hello]
                  - <<: [*common, {goarch: arm64}]
                    image_templates: [acme/hello]
                """);

        assertThat(Editor.strict().complaints(file)).isEmpty();
    }

    @Test
    void describesARecordThatStandsUnderOneKey() {
        JsonNode everything = ConfigSchema.strict(SECTIONS).at("/properties/everything");

        assertThat(everything.path("description").asText()).isEqualTo("Has everything.");
        assertThat(everything.path("$ref").asText()).isEqualTo("#/$defs/everything");
    }

    @Test
    void saysWhichSpellingIsOutOfDate() {
        JsonNode former = STRICT.at("/$defs/snapshot/properties/name_template");

        assertThat(former.path("deprecated").asBoolean()).isTrue();
        assertThat(former.path("description").asText()).isEqualTo("Called version_template today.");
    }

    @Test
    void saysWhyAKeyIsNotFollowed() {
        JsonNode retry = STRICT.at("/$defs/docker_manifest/properties/retry");

        assertThat(retry.path("description").asText()).startsWith("Not supported: ");
        assertThat(Editor.strict().complaints(JsonView.value("{docker_manifests: [{name_template: a, retry: {}}]}")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{nobody_knows_this: 1}", "{docker_manifests: [{name_template: a, retry: {}}]}"})
    void letsPassInGoReleasersFilesWhatOnlyWarnsThere(String yaml) {
        ConfigFile file = ConfigFile.of(".goreleaser.yaml", yaml);

        assertThat(Editor.of(file).complaints(file)).isEmpty();
        assertThat(Editor.strict().complaints(file)).isNotEmpty();
    }

    @Test
    void showsDefaultsAndExamples() {
        JsonNode dockerfile = STRICT.at("/$defs/docker/properties/dockerfile");

        assertThat(dockerfile.path("description").asText()).isNotEmpty();
        assertThat(dockerfile.path("default").asText()).isEqualTo("Dockerfile");
        assertThat(dockerfile.path("examples")).hasSize(1);
    }
}
