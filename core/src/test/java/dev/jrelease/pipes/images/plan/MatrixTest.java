package dev.jrelease.pipes.images.plan;

import static dev.jrelease.pipes.images.plan.Planned.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.pipeline.PlannedTasks;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {
    private static final String TWO_BY_TWO = """
            dockers:
              - id: "hello-{{ .Matrix.base }}"
                matrix:
                  base: [alpine, debian]
                  go: ["1.24", "1.25"]
                platforms: [linux/amd64, linux/arm64]
                image_templates: ["acme/a:{{ version }}-{{ .Matrix.base }}-go{{ .Matrix.go }}-{{ arch }}"]
                dockerfile: "{{ .Matrix.base }}.Dockerfile"
                build_args: {GO: "{{ .Matrix.go }}"}
            docker_manifests:
              - name_template: "acme/a:{{ version }}-{{ .Matrix.base }}-go{{ .Matrix.go }}"
                matrix: {base: [alpine, debian], go: ["1.24", "1.25"]}
                image_templates:
                  - "acme/a:{{ version }}-{{ .Matrix.base }}-go{{ .Matrix.go }}-amd64"
                  - "acme/a:{{ version }}-{{ .Matrix.base }}-go{{ .Matrix.go }}-arm64"
            """;

    @Test
    void anEntryStandsForEveryCombinationTheLastNameTurningFastest() {
        Planned planned = Planned.of(TWO_BY_TWO);

        assertThat(planned.said()).isEmpty();
        assertThat(planned.json().path("images").findValuesAsText("dockerfile"))
                .containsExactly(
                        "alpine.Dockerfile",
                        "alpine.Dockerfile",
                        "alpine.Dockerfile",
                        "alpine.Dockerfile",
                        "debian.Dockerfile",
                        "debian.Dockerfile",
                        "debian.Dockerfile",
                        "debian.Dockerfile");
        assertThat(planned.json().path("images").findValuesAsText("GO"))
                .containsExactly("1.24", "1.24", "1.25", "1.25", "1.24", "1.24", "1.25", "1.25");
        assertThat(planned.image(0).path("id").asText()).isEqualTo("hello-alpine");
        assertThat(texts(planned.image(7).path("references"))).containsExactly("acme/a:1.2.3-debian-go1.25-arm64");
    }

    @Test
    void anIndexStandsForEveryCombinationToo() {
        Planned planned = Planned.of(TWO_BY_TWO);

        assertThat(planned.json().path("indexes").findValuesAsText("reference"))
                .containsExactly(
                        "acme/a:1.2.3-alpine-go1.24",
                        "acme/a:1.2.3-alpine-go1.25",
                        "acme/a:1.2.3-debian-go1.24",
                        "acme/a:1.2.3-debian-go1.25");
        assertThat(texts(planned.index(2).path("platforms"))).containsExactly("linux/amd64", "linux/arm64");
    }

    @Test
    void eachCombinationIsAnImageOfItsOwn() {
        List<ImageTask> images = PlannedTasks.of(Planned.of(TWO_BY_TWO).plan(), ImageTask.class);

        assertThat(images).extracting(ImageTask::key).doesNotHaveDuplicates().hasSize(8);
        assertThat(images).extracting(ImageTask::title).contains("hello-debian linux/arm64 (base=debian, go=1.25)");
    }

    @Test
    void valuesAreTemplatesAndAConditionMayAskForThem() {
        Planned planned = Planned.of("""
                dockers:
                  - matrix: {flavour: ["{{ .Major }}", two]}
                    if: '{{ ne .Matrix.flavour "two" }}'
                    image_templates: ["acme/a:{{ version }}-{{ matrix.flavour }}"]
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(planned.json().path("images")).hasSize(1);
        assertThat(texts(planned.image(0).path("references"))).containsExactly("acme/a:1.2.3-1");
    }

    @Test
    void combinationsThatShareATagAreToldApart() {
        assertThat(Planned.of("""
                dockers:
                  - matrix: {base: [alpine, debian]}
                    image_templates: ["acme/a:{{ version }}"]
                    dockerfile: "{{ .Matrix.base }}.Dockerfile"
                """).said())
                .containsExactly("3:24: two images have the name acme/a:1.2.3: project linux/amd64 (base=alpine) and"
                        + " project linux/amd64 (base=debian)"
                        + " (add the values of the matrix to the tag: {{ .Matrix.NAME }})");
    }

    @Test
    void anEntryWithoutAMatrixKnowsNone() {
        assertThat(Planned.of("""
                dockers:
                  - image_templates: ["acme/a:{{ .Matrix.base }}"]
                """).said()).singleElement().asString().isEqualTo("2:34: 'Matrix' is not known here");
    }

    @Test
    void aNameThatTheMatrixDoesNotHaveIsAnError() {
        assertThat(Planned.of("""
                dockers:
                  - matrix: {base: [alpine]}
                    image_templates: ["acme/a:{{ .Matrix.bsae }}"]
                """).said()).singleElement().asString().contains("bsae");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: []}                 | 2:5: matrix: 'a' has no values (add at least one value)",
                "{a-b: [x]}              | 2:5: matrix: templates cannot use the name 'a-b'"
                        + " (use letters, digits and '_', beginning with a letter)",
                "{a: x}                  | 2:17: 'a' needs a list, but this is a single value (use [x])",
                "{a: ['{{ .Nope }}']}    | 2:22: 'Nope' is not known here"
            })
    void whatIsWrongWithAMatrixIsToldOnce(String matrix, String message) {
        assertThat(Planned.of("""
                dockers:
                  - matrix: MATRIX
                    image_templates: ["acme/a:{{ version }}"]
                """.replace("MATRIX", matrix)).said())
                .singleElement()
                .asString()
                .startsWith(message);
    }

    @Test
    void aMatrixThatStandsForTooManyIsRefused() {
        String values = "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]";
        assertThat(Planned.of("""
                dockers:
                  - matrix: {a: V, b: V, c: V, d: V, e: V, f: V, g: V, h: V, i: V}
                    image_templates: ["acme/a:{{ .Matrix.a }}-{{ .Matrix.b }}-{{ .Matrix.i }}"]
                """.replace("V", values)).said())
                .containsExactly("2:5: matrix has more than 256 combinations"
                        + " (use several entries with fewer combinations)");
    }
}
