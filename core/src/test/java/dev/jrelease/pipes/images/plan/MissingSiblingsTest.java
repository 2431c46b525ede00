package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Indexes of images that have an entry each, and one that is forgotten. */
class MissingSiblingsTest {
    private static final String IMAGES = """
            dockers:
              - image_templates: ["acme/app:1.2.3-amd64"]
              - {goarch: arm64, image_templates: ["acme/app:1.2.3-arm64"]}
              - {goarch: THIRD}
            docker_manifests:
              - name_template: "acme/app:1.2.3"
                image_templates: ["acme/app:1.2.3-amd64", "acme/app:1.2.3-arm64"]
            """;

    private static List<String> said(String third, String... more) {
        return Planned.of(IMAGES.replace("THIRD", third) + String.join("", more)).said().stream()
                .filter(said -> said.contains("lacks"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "arm, goarm: 7, image_templates: ['acme/app:1.2.3-armv7']      | linux/arm/v7 | acme/app:1.2.3-armv7",
                "386, image_templates: ['acme/app:1.2.3-i386']                 | linux/386    | acme/app:1.2.3-i386",
                "s390x, image_templates: ['acme/b:1', 'acme/app:1.2.3-s390x']  | linux/s390x  | acme/app:1.2.3-s390x"
            })
    void anIndexLacksTheImageThatNothingCombines(String third, String platform, String name) {
        assertThat(said(third))
                .containsExactly("6:21: warning: acme/app:1.2.3 lacks " + platform + ", for which there is " + name
                        + " (add to its image_templates: " + name + ")");
    }

    @Test
    void anIndexLacksWhatAnotherOfTheSameImagesHas() {
        assertThat(said("riscv64, image_templates: ['acme/app:1.2.3-riscv64']", """
                          - name_template: "acme/app:latest"
                            image_templates: ["acme/app:1.2.3-arm64", "acme/app:1.2.3-amd64", "acme/app:1.2.3-riscv64"]
                        """))
                .singleElement()
                .asString()
                .startsWith("6:21: warning: acme/app:1.2.3 lacks linux/riscv64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arm64, image_templates: ['acme/app:1.2.3-arm64v8']",
                "386, image_templates: ['acme/app:1.2.3-debug-386']",
                "386, image_templates: ['acme/other:1.2.3-386']",
                "386, image_templates: ['acme/app:1.2.3']",
                "386, skip_push: true, image_templates: ['acme/app:1.2.3-386']",
                "386, if: false, image_templates: ['acme/app:1.2.3-386']",
                "amd64, goos: windows, image_templates: ['acme/app:1.2.3-windows-amd64']"
            })
    void whatIsNotTheSameOfAnotherPlatformIsNoneOfIt(String third) {
        assertThat(said(third)).isEmpty();
    }

    @Test
    void whatAnotherIndexHoldsAloneIsLeftOutOnPurpose() {
        assertThat(said("386, image_templates: ['acme/app:1.2.3-386']", """
                          - name_template: "acme/app:1.2.3-old"
                            image_templates: ["acme/app:1.2.3-386"]
                        """)).isEmpty();
        assertThat(said("386, image_templates: ['acme/app:1.2.3-386']", """
                          - name_template: "acme/all:1.2.3"
                            image_templates: ["acme/app:1.2.3-arm64", "acme/app:1.2.3-amd64", "acme/app:1.2.3-386"]
                        """)).isEmpty();
    }

    @Test
    void aNameThatRendersEmptyLeavesAPlatformOutOnPurpose() {
        String file = IMAGES.replace("THIRD", "386, image_templates: ['acme/app:1.2.3-386']")
                .replace("arm64\"]\n", "arm64\", \"{{ if .IsSnapshot }}acme/app:1.2.3-386{{ end }}\"]\n");

        assertThat(Planned.of(file).said()).isEmpty();
    }

    @Test
    void partsThatAreNotKnownAreTheSameInAllNames() {
        String file = IMAGES.replace("THIRD", "386, image_templates: ['acme/app:1.2.3-386']")
                .replace("acme/app:1.2.3-", "{{ .Env.OWNER }}/app:{{ .Env.TAG }}-");

        assertThat(Planned.checked(file).said())
                .singleElement()
                .asString()
                .contains("lacks linux/386, for which there is {{ .Env.OWNER }}/app:{{ .Env.TAG }}-386");
    }
}
