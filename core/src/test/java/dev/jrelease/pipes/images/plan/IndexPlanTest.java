package dev.jrelease.pipes.images.plan;

import static dev.jrelease.pipes.images.plan.Planned.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexPlanTest {
    private static final String IMAGES = """
            dockers:
              - {id: hello, platforms: [linux/amd64], image_templates: ["acme/hello:{{ version }}-{{ target }}"]}
              - {id: hello-arm, platforms: [linux/arm/v7],
                 image_templates: ["acme/hello:{{ version }}-{{ target }}"]}
            """;

    @Test
    void anAnnotationReplacesPartsOfAPlatform() {
        Planned planned = Planned.of(IMAGES + """
                docker_manifests:
                  - name_template: "acme/hello:{{ version }}"
                    image_templates: ["acme/hello:{{ version }}-amd64", "acme/hello:{{ version }}-armv7"]
                    annotate:
                      "docker.io/acme/hello:{{ version }}-armv7": {variant: v8}
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(texts(planned.index(0).path("platforms"))).containsExactly("linux/amd64", "linux/arm/v8");
    }

    @Test
    void anIndexOfAnIndexHasItsChildren() {
        Planned planned = Planned.of(IMAGES + """
                docker_manifests:
                  - name_template: "acme/hello:{{ version }}"
                    image_templates: ["acme/hello:{{ version }}-amd64", "acme/hello:{{ version }}-armv7"]
                  - name_template: "acme/hello:latest"
                    image_templates: ["acme/hello:{{ version }}"]
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(planned.index(1).path("children")).isEqualTo(planned.index(0).path("children"));
    }

    @Test
    void anIndexThatIsNamedTwiceIsMadeOnce() {
        String entry = """
                  - name_template: "acme/hello:{{ version }}"
                    image_templates: ["acme/hello:{{ version }}-amd64"]
                """;
        Planned planned = Planned.of(IMAGES + "docker_manifests:\n" + entry + entry);

        assertThat(planned.said()).singleElement().asString().contains("the index acme/hello:1.2.3 is named twice");
        assertThat(planned.json().path("indexes")).hasSize(1);
        assertThat(planned.json().path("tags")).hasSize(3);
    }

    @Test
    void twoIndexesWithOneNameAreAnError() {
        Planned planned = Planned.of(IMAGES + """
                docker_manifests:
                  - name_template: "acme/hello:{{ version }}"
                    image_templates: ["acme/hello:{{ version }}-amd64"]
                  - name_template: "acme/hello:{{ version }}"
                    image_templates: ["acme/hello:{{ version }}-armv7"]
                """);

        assertThat(planned.said())
                .containsExactly("8:21: two indexes with different images have the name acme/hello:1.2.3");
    }

    @Test
    void anIndexAndAnImageWithOneNameAreAnError() {
        Planned planned = Planned.of(IMAGES + """
                docker_manifests:
                  - name_template: "acme/hello:{{ version }}-amd64"
                    image_templates: ["acme/hello:{{ version }}-amd64"]
                """);

        assertThat(planned.said())
                .singleElement()
                .asString()
                .contains("acme/hello:1.2.3-amd64 is both an index and an image, hello linux/amd64");
    }

    @Test
    void anIndexWhoseImagesAllHaveNoNameIsLeftOut() {
        Planned planned = Planned.of(IMAGES + """
                docker_manifests:
                  - name_template: "acme/hello:{{ version }}"
                    image_templates: ["{{ if .IsSnapshot }}acme/hello:{{ version }}-amd64{{ end }}"]
                """);

        assertThat(planned.problems().hasErrors()).isFalse();
        assertThat(planned.said()).singleElement().asString().contains("acme/hello:1.2.3 is left out");
        assertThat(planned.json().path("indexes")).isEmpty();
    }

    @Test
    void nothingCanBePublishedUnderADigest() {
        String pinned = "acme/hello@sha256:" + "ab".repeat(32);

        for (String yaml : List.of(
                "dockers: [{image_templates: [\"%s\"]}]".formatted(pinned),
                "docker_manifests: [{name_template: \"%s\", image_templates: [\"%s\"]}]".formatted(pinned, pinned))) {
            assertThat(Planned.of(yaml).said()).singleElement().asString().contains("contains a digest");
        }
    }

    @Test
    void oneNameInTwoSpellingsIsOneName() {
        Planned planned = Planned.of("""
                dockers:
                  - image_templates: ["acme/hello:{{ version }}", "docker.io/acme/hello:{{ version }}"]
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(texts(planned.image(0).path("references"))).containsExactly("acme/hello:1.2.3");
    }

    @ParameterizedTest
    @CsvSource({"true, 0", "auto, 1", "false, 1", "'{{ .IsSnapshot }}', 1", "'{{ not .IsSnapshot }}', 0"})
    void skipPushDecidesWhetherATagIsWritten(String skipPush, int tags) {
        Planned planned = Planned.of("""
                dockers:
                  - image_templates: ["acme/hello:{{ version }}"]
                    skip_push: "%s"
                """.formatted(skipPush));

        assertThat(planned.said()).isEmpty();
        assertThat(planned.tags()).hasSize(tags);
    }

    @Test
    void anAnnotationOfNoImageOfTheIndexIsAnError() {
        Planned planned = Planned.of(IMAGES + """
                docker_manifests:
                  - name_template: "acme/hello:{{ version }}"
                    image_templates: ["acme/hello:{{ version }}-amd64", "acme/hello:{{ version }}-armv7"]
                    annotate:
                      "acme/hello:{{ version }}-armv8": {variant: v8}
                """);

        assertThat(planned.said())
                .containsExactly("9:8: annotate: acme/hello:1.2.3-armv8 is not an image of this index"
                        + " (did you mean acme/hello:1.2.3-armv7?)");
    }

    @Test
    void anAnnotationOfAnIndexWithinTheIndexIsAnError() {
        Planned planned = Planned.of(IMAGES + """
                docker_manifests:
                  - name_template: "acme/hello:{{ version }}"
                    image_templates: ["acme/hello:{{ version }}-armv7"]
                  - name_template: "acme/hello:latest"
                    image_templates: ["acme/hello:{{ version }}", "acme/hello:{{ version }}-amd64"]
                    annotate: {"acme/hello:{{ version }}": {variant: v8}}
                """);

        assertThat(planned.said())
                .singleElement()
                .asString()
                .contains("annotate: acme/hello:1.2.3 is not an image of this index");
    }

    @Test
    void anAnnotationNamesAPlatformThatThereIs() {
        Planned planned = Planned.of(IMAGES + """
                docker_manifests:
                  - name_template: "acme/hello:{{ version }}"
                    image_templates: ["acme/hello:{{ version }}-amd64", "acme/hello:{{ version }}-armv7"]
                    annotate:
                      "acme/hello:{{ version }}-armv7": {os: linuks, architecture: amr}
                """);

        assertThat(planned.said())
                .containsExactly(
                        "9:46: unknown operating system 'linuks' (did you mean linux?)",
                        "9:68: unknown architecture 'amr' (did you mean arm?)");
    }

    @Test
    void twoImagesOfOnePlatformInOneIndexAreAWarning() {
        Planned planned = Planned.of(IMAGES + """
                  - id: other
                    platforms: [linux/amd64]
                    image_templates: ["acme/other:{{ version }}"]
                docker_manifests:
                  - name_template: "acme/hello:{{ version }}"
                    image_templates: ["acme/hello:{{ version }}-amd64", "acme/other:{{ version }}"]
                """);

        assertThat(planned.said())
                .containsExactly("10:58: warning: acme/hello:1.2.3 names two images for linux/amd64:"
                        + " acme/hello:1.2.3-amd64 and acme/other:1.2.3 (a pull gets the first of them)");
    }

    @Test
    void everythingIsToldOfAnIndexWhoseNameIsNotKnown() {
        Planned planned = Planned.of(IMAGES + """
                docker_manifests:
                  - name_template: "acme/hello:{{ .A }}"
                    image_templates: ["acme/hello:{{ .B }}"]
                    skip_push: "{{ .C }}"
                    annotate: {"acme/hello:{{ .D }}": {variant: v8}}
                """);

        assertThat(planned.said())
                .extracting(said -> said.replaceAll(".*'(.)'.*", "$1"))
                .containsExactly("A", "B", "C", "D");
    }

    private static final String TOGETHER = """
            dockers:
              - id: hello
                platforms: [linux/amd64, linux/arm64]
                image_templates: ["acme/hello:{{ version }}-{{ arch }}", "ghcr.io/acme/hello:{{ version }}-{{ arch }}"]
            docker_manifests:
              - name_template: "acme/hello:{{ version }}"
                image_templates:
            """;

    @ParameterizedTest
    @CsvSource({
        "acme/hello:1.2.3-amd64, acme/hello:1.2.3-amd64, ''",
        "acme/hello:1.2.3-amd64, docker.io/acme/hello:1.2.3-amd64, ''",
        "acme/hello:{{ .Version }}-amd64, index.docker.io/acme/hello:1.2.3-amd64, ''",
        "ghcr.io/acme/hello:1.2.3-amd64, acme/hello:1.2.3-amd64, ', first as ghcr.io/acme/hello:1.2.3-amd64'"
    })
    void anIndexThatNamesAnImageTwiceIsAWarning(String first, String second, String as) {
        Planned planned = Planned.of(TOGETHER + """
                      - "%s"
                      - "%s"
                      - "acme/hello:1.2.3-arm64"
                """.formatted(first, second).indent(0));

        assertThat(planned.said())
                .containsExactly("9:10: warning: the index names the image acme/hello:1.2.3-amd64 twice" + as);
        assertThat(texts(planned.index(0).path("platforms")).stream().distinct())
                .containsExactly("linux/amd64", "linux/arm64");
    }

    @Test
    void anIndexThatNamesAnIndexAndAnImageOfItIsAWarning() {
        Planned planned = Planned.of(TOGETHER + """
                      - "acme/hello:1.2.3-amd64"
                      - "acme/hello:1.2.3-arm64"
                  - name_template: "acme/hello:latest"
                    image_templates: ["acme/hello:1.2.3", "acme/hello:1.2.3-arm64"]
                """);

        assertThat(planned.said())
                .containsExactly("11:44: warning: the index names the image acme/hello:1.2.3-arm64 twice");
        assertThat(planned.index(1).path("children")).hasSize(2);
    }

    @Test
    void anIndexThatNamesAPinnedImageTwiceIsAWarning() {
        String pinned = "acme/base@sha256:" + "ab".repeat(32);
        Planned planned = Planned.of(TOGETHER + "      - " + pinned + "\n      - docker.io/" + pinned + "\n");

        assertThat(planned.said())
                .containsExactly(
                        "9:9: warning: the index names the image docker.io/" + pinned + " twice, first as " + pinned);
        assertThat(planned.index(0).path("children")).hasSize(1);
    }

    @Test
    void anIndexThatLacksAPlatformOfItsEntryIsAWarning() {
        String lacks = "6:21: warning: acme/hello:1.2.3 lacks linux/arm64, for which hello has an image"
                + " (add to its image_templates: acme/hello:1.2.3-arm64)";
        String amd64 = "      - \"acme/hello:1.2.3-amd64\"\n";

        assertThat(Planned.of(TOGETHER + amd64).said()).containsExactly(lacks);
        assertThat(Planned.of(TOGETHER + amd64 + amd64).said())
                .containsExactly(lacks, "9:10: warning: the index names the image acme/hello:1.2.3-amd64 twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ if .IsSnapshot }}acme/hello:1.2.3-arm64{{ end }}",
                "acme/base@sha256:abababababababababababababababababababababababababababababababab",
            })
    void anIndexMayLackAPlatformOnPurpose(String other) {
        Planned planned = Planned.of(TOGETHER + "      - \"acme/hello:1.2.3-amd64\"\n      - \"" + other + "\"\n");

        assertThat(planned.said()).isEmpty();
    }

    @Test
    void aPlatformThatIsLeftOutIsNotLacked() {
        Planned planned =
                Planned.of(TOGETHER.replace("    platforms:", "    if: '{{ eq .Arch \"amd64\" }}'\n    platforms:")
                        + "      - \"acme/hello:1.2.3-amd64\"\n");

        assertThat(planned.said()).isEmpty();
    }
}
