package dev.jrelease.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.bind.JsonView;
import dev.jrelease.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigSchemaTest {
    private static final ObjectNode STRICT = ConfigSchema.strict(Configurations.SECTIONS);
    private static final ObjectNode LENIENT = ConfigSchema.lenient(Configurations.SECTIONS);

    @Test
    void isASchema() {
        assertThat(Editor.complaintsAboutSchema(STRICT)).isEmpty();
        assertThat(Editor.complaintsAboutSchema(LENIENT)).isEmpty();
        assertThat(Editor.complaintsAboutSchema(Json.object().put("type", "nonsense")))
                .isNotEmpty();
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
        JsonNode everything = ConfigSchema.strict(List.of(Everything.SECTION)).at("/properties/everything");

        assertThat(everything.path("description").asText()).isEqualTo("Has everything.");
        assertThat(everything.path("$ref").asText()).isEqualTo("#/$defs/everything");
    }

    @Test
    void saysWhichSpellingIsOutOfDate() {
        JsonNode former = STRICT.at("/$defs/snapshot/properties/name_template");

        assertThat(former.path("deprecated").asBoolean()).isTrue();
        assertThat(former.path("description").asText()).isEqualTo("Deprecated: use version_template.");
    }

    @ParameterizedTest
    @CsvSource({
        "docker, use_buildx, Deprecated: use use: buildx.",
        "docker, tag_template, Deprecated: use image_templates.",
        "monorepo, tag_prefix, Deprecated: use git.tag_prefix."
    })
    void saysWhatIsWrittenInsteadOfAKeyThatIsOutOfDate(String record, String key, String today) {
        JsonNode outdated = STRICT.at("/$defs/" + record + "/properties/" + key);

        assertThat(outdated.path("deprecated").asBoolean()).isTrue();
        assertThat(outdated.path("deprecationMessage").asText()).isEqualTo(today);
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
