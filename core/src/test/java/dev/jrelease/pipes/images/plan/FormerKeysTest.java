package dev.jrelease.pipes.images.plan;

import static dev.jrelease.pipes.images.plan.Planned.texts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that GoReleaser once had in {@code dockers} and {@code docker_manifests}, or has for something else. */
class FormerKeysTest {
    @Test
    void buildsAreIds() {
        Planned planned = Planned.goReleaser("""
                builds:
                  - {id: a, builder: prebuilt, goos: [linux], goarch: [amd64], prebuilt: {path: a}}
                  - {id: b, builder: prebuilt, goos: [linux], goarch: [amd64], prebuilt: {path: b}}
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    builds: [a]
                """);

        assertThat(planned.said()).containsExactly("6:5: warning: 'builds' is deprecated: use ids");
        assertThat(texts(planned.image(0).path("binaries"))).containsExactly("a");
    }

    @Test
    void useBuildxIsUse() {
        assertThat(Planned.goReleaser("""
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    use_buildx: true
                """).said())
                .containsExactly("3:17: warning: 'use_buildx' is deprecated (use use: buildx, or remove it)");
    }

    @Test
    void anImageWithTagTemplatesIsAnImageTemplateEach() {
        Planned planned = Planned.goReleaser("""
                dockers:
                  - image: "acme/{{ .ProjectName }}"
                    tag_templates: ["{{ .Tag }}", "v{{ .Major }}", "{{ if .Prerelease }}x{{ end }}edge"]
                """);

        assertThat(planned.said())
                .containsExactly("2:13: warning: 'image' and 'tag_templates' are deprecated"
                        + " (use image_templates: [\"acme/{{ .ProjectName }}:{{ .Tag }}\","
                        + " \"acme/{{ .ProjectName }}:v{{ .Major }}\","
                        + " \"acme/{{ .ProjectName }}:{{ if .Prerelease }}x{{ end }}edge\"])");
        assertThat(texts(planned.image(0).path("references")))
                .containsExactly("acme/project:v1.2.3", "acme/project:v1", "acme/project:edge");
    }

    @Test
    void everythingButTrueIsANoInAFileOfGoReleasers() {
        Planned planned = Planned.goReleaser("""
                dockers_v2:
                  - {images: [acme/a], tags: ["1"], platforms: [linux/amd64], disable: "{{ .ProjectName }}"}
                """);

        assertThat(planned.said())
                .singleElement()
                .asString()
                .contains("warning: 'project' is neither true nor false, and counts as false");
        assertThat(texts(planned.image(0).path("references"))).containsExactly("acme/a:1");
    }

    @Test
    void anImageAloneHasTheVersionForATagAndLatestIfAskedFor() {
        Planned planned = Planned.goReleaser("""
                dockers:
                  - image: acme/a
                    latest: true
                """);

        assertThat(texts(planned.image(0).path("references"))).containsExactly("acme/a:1.2.3", "acme/a:latest");
    }

    @Test
    void aMistakeInATagOfFormerTimesStandsWhereItIs() {
        assertThat(Planned.goReleaser("""
                dockers:
                  - image: acme/a
                    tag_templates: ["{{ .Nope }}"]
                """).said()).contains("3:22: 'Nope' is not known here");
    }

    @Test
    void tagTemplatesWithoutAnImageAreAnError() {
        assertThat(Planned.goReleaser("""
                dockers:
                  - image_templates: [acme/a]
                    tag_templates: [latest]
                """).said())
                .containsExactly(
                        "3:21: 'tag_templates' has no effect without image" + " (use image_templates instead of both)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "binaries: [a]       | 'binaries' is not supported: ids selects the programs",
                "binary: a           | 'binary' is not supported: ids selects the programs",
                "retry: {attempts: 3}| 'retry' is not supported: it is a key at the top level of the file"
            },
            quoteCharacter = '`')
    void whatIsNotFollowedIsToldAndStopsOnlyAFileOfOurOwn(String key, String message) {
        String yaml = """
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    KEY
                """.replace("KEY", key);

        assertThat(Planned.goReleaser(yaml).said()).containsExactly("3:5: warning: " + message);
        assertThat(Planned.of(yaml).said()).containsExactly("3:5: " + message);
    }

    @Test
    void hooksStopAnyFileSinceWhatTheyLeaveCouldBeInTheImage() {
        String yaml = """
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    hooks: {pre: [a]}
                """;

        assertThat(Planned.goReleaser(yaml).said())
                .isEqualTo(Planned.of(yaml).said())
                .containsExactly("3:5: 'hooks' is not supported: hooks of a build are not run");
    }

    @Test
    void pushFlagsOfAnImageHaveNoEffectAndThatIsTold() {
        assertThat(Planned.of("""
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    push_flags: ["--quiet"]
                """).said()).containsExactly("3:19: warning: 'push_flags' has no effect on images");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "docker     |",
                "buildx     |",
                "podman     | 3:10: warning: use: podman has no effect: BuildKit builds the image",
                "buildpacks | 3:10: 'use' needs one of docker, buildx, podman, but this is 'buildpacks'",
                "kaniko     | 3:10: 'use' needs one of docker, buildx, podman, but this is 'kaniko'"
            })
    void whatBuildsAnImageIsTakenOrRefused(String use, String message) {
        Planned planned = Planned.of("""
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    use: USE
                """.replace("USE", use));

        assertThat(String.join("", planned.said())).isEqualTo(message == null ? "" : message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"podman", "buildx"})
    void whatMakesAnIndexMakesNoDifference(String use) {
        assertThat(manifest("use: " + use).said())
                .containsExactly("6:10: warning: use: " + use + " has no effect: jrelease makes indexes itself");
    }

    @Test
    void whatNothingKnowsForAnIndexIsRefused() {
        assertThat(manifest("use: docker").said()).isEmpty();
        assertThat(manifest("use: crane").said())
                .containsExactly("6:10: 'use' needs one of docker, podman, buildx, but this is 'crane'");
    }

    private static Planned manifest(String key) {
        return Planned.of("""
                dockers:
                  - image_templates: ["acme/a:{{ version }}-amd64"]
                docker_manifests:
                  - name_template: "acme/a:{{ version }}"
                    image_templates: ["acme/a:{{ version }}-amd64"]
                    KEY
                """.replace("KEY", key));
    }
}
