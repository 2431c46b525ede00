package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.pipes.images.Checkout;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code if} and {@code skip_build} leave out of a release of 1.2.3. */
class LeftOutTest {
    private static final String INDEX = """
            docker_manifests:
              - name_template: "acme/a:{{ version }}"
                image_templates: ["acme/a:{{ version }}-amd64", "acme/a:{{ version }}-arm64"]
            """;

    private final Checkout checkout;

    LeftOutTest(@TempDir Path folder) throws InterruptedException {
        this.checkout = Checkout.in(folder);
    }

    @Test
    void aConditionIsAskedForEachPlatform() throws InterruptedException {
        assertThat(checkout.said("""
                dockers:
                  - platforms: [linux/amd64, linux/arm64]
                    image_templates: ["acme/a:{{ version }}-{{ arch }}"]
                    if: '{{ ne .Arch "arm64" }}'
                """)).containsExactly("acme/a:1.2.3-amd64");
    }

    @Test
    void anIndexThatWouldLackAPlatformIsAnError() throws InterruptedException {
        assertThat(checkout.said("""
                dockers:
                  - platforms: [linux/amd64, linux/arm64]
                    image_templates: ["acme/a:{{ version }}-{{ arch }}"]
                    if: '{{ ne .Arch "arm64" }}'
                """ + INDEX))
                .containsExactly("7:54: acme/a:1.2.3-arm64 is left out in line 4 (make its name empty in the"
                        + " same case, {{ if … }}acme/a:{{ version }}-arm64{{ end }}, or add an if to the index)");
    }

    @Test
    void aNameThatIsEmptyInTheSameCaseLeavesThePlatformOutOnPurpose() throws InterruptedException {
        assertThat(checkout.with("ARM", "no").said("""
                dockers:
                  - platforms: [linux/amd64, linux/arm64]
                    image_templates: ["acme/a:{{ version }}-{{ arch }}"]
                    if: '{{ or (eq .Arch "amd64") (eq .Env.ARM "yes") }}'
                docker_manifests:
                  - name_template: "acme/a:{{ version }}"
                    image_templates:
                      - "acme/a:{{ version }}-amd64"
                      - '{{ if eq .Env.ARM "yes" }}acme/a:{{ version }}-arm64{{ end }}'
                """)).containsExactly("acme/a:1.2.3-amd64", "acme/a:1.2.3 of 1");
    }

    @Test
    void theChildrenOfAnIndexThatIsLeftOutAreNotLookedUp() throws InterruptedException {
        assertThat(checkout.said("""
                dockers:
                  - image_templates: ["acme/b:{{ version }}"]
                """ + INDEX + "    if: '{{ .IsSnapshot }}'\n")).containsExactly("acme/b:1.2.3");
    }

    @Test
    void anIndexOfAnIndexThatIsLeftOutIsAnError() throws InterruptedException {
        assertThat(checkout.said("""
                dockers:
                  - image_templates: ["acme/b:{{ version }}"]
                """ + INDEX + """
                    if: false
                  - name_template: "acme/a:latest"
                    image_templates: ["acme/a:{{ version }}"]
                """))
                .singleElement()
                .asString()
                .startsWith("8:24: acme/a:1.2.3 is left out in line 6");
    }

    @Test
    void whatIsLeftOutNeedNotBeFilledIn() throws InterruptedException {
        assertThat(checkout.said("""
                dockers:
                  - image_templates: ["{{ .Env.NOT_SET }}/a:{{ version }}"]
                    if: '{{ isEnvSet "NOT_SET" }}'
                  - image_templates: ["acme/b:{{ version }}"]
                """)).containsExactly("acme/b:1.2.3");
    }

    @Test
    void twoEntriesWithOppositeConditionsMayShareATag() throws InterruptedException {
        assertThat(checkout.said("""
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    dockerfile: Dockerfile.release
                    if: '{{ not .IsSnapshot }}'
                  - image_templates: ["acme/a:{{ version }}"]
                    dockerfile: Dockerfile.snapshot
                    if: '{{ .IsSnapshot }}'
                """)).containsExactly("acme/a:1.2.3");
    }

    @Test
    void aConditionThatIsNeitherTrueNorFalseIsAnErrorAndLeavesNothingOut() throws InterruptedException {
        assertThat(checkout.said("""
                dockers:
                  - platforms: [linux/amd64, linux/arm64]
                    image_templates: ["acme/a:{{ version }}-{{ arch }}"]
                    if: '{{ .Version }}'
                """ + INDEX))
                .containsExactly("4:10: '1.2.3' is neither true nor false"
                        + " (write true or false, or a template that gives one of them)");
    }

    @Test
    void skipBuildSaysTheOppositeAndItsNameOfTodayIsTold() throws InterruptedException {
        String yaml = """
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    skip_build: '{{ eq .Arch "amd64" }}'
                  - image_templates: ["acme/b:{{ version }}"]
                    skip_build: false
                """;

        assertThat(checkout.said(yaml)).containsExactly("acme/b:1.2.3");
        assertThat(Planned.goReleaser(yaml).said())
                .containsExactly(
                        "3:18: warning: 'skip_build' is deprecated (use if, with the opposite condition)",
                        "5:17: warning: 'skip_build' is deprecated (use if, with the opposite condition)");
    }

    @Test
    void aCheckTellsMistakesOfWhatMayBeLeftOutAndNothingThatOnlyTheEnvironmentDecides() {
        assertThat(Planned.checked("""
                dockers:
                  - platforms: [linux/amd64, linux/arm64]
                    image_templates: ["acme/a:{{ version }}-{{ arch }}", "acme/a:{{ .Nope }}"]
                    if: '{{ eq .Env.WANTED "yes" }}'
                """ + INDEX).said())
                .singleElement()
                .asString()
                .startsWith("3:69: 'Nope' is not known here");
    }
}
