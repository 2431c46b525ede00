package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with entries of {@code dockers} is told at once, each thing once, and where it stands. */
class ImageMistakesTest {

    @Test
    void twoPlatformsWithOneTagAreAnErrorThatProposesTarget() {
        Planned planned = Planned.of("""
                dockers:
                  - platforms: [linux/arm/v6, linux/arm/v7]
                    image_templates: ["acme/hello:{{ version }}-{{ arch }}"]
                """);

        assertThat(planned.said())
                .containsExactly(
                        "3:24: two images have the name acme/hello:1.2.3-arm: project linux/arm/v6 and project linux/arm/v7"
                                + " (add {{ target }} to the tag: it is armv6 and armv7)");
    }

    @Test
    void aPlatformFlagThatContradictsGoarchIsAnError() {
        Planned planned = Planned.of("""
                dockers:
                  - goarch: arm64
                    image_templates: ["acme/hello:{{ version }}"]
                    build_flag_templates: ["--platform=linux/amd64"]
                """);

        assertThat(planned.said())
                .containsExactly("4:29: --platform=linux/amd64 contradicts goarch, which means linux/arm64"
                        + " (write --platform=linux/arm64, or goarch: amd64)");
    }

    @Test
    void everythingIsToldOfAnEntryWhosePlatformsAreNotKnown() {
        Planned planned = Planned.of("""
                dockers:
                  - platforms: ["linux/{{ .A }}"]
                    image_templates: ["acme/hello:{{ .B }}-{{ arch }}"]
                    dockerfile: "{{ .C }}"
                    target: "{{ .D }}"
                    extra_files: ["{{ .E }}"]
                    build_args: {X: "{{ .F }}"}
                    labels: {x: "{{ .G }}"}
                    skip_push: "{{ .H }}"
                    ids: [nope]
                    build_flag_templates: ["--label=x={{ .I }}"]
                docker_manifests:
                  - name_template: "acme/hello:{{ version }}"
                    image_templates: ["acme/hello:{{ version }}-amd64"]
                """);

        assertThat(planned.said())
                .extracting(said -> said.replaceFirst(" \\(.*", ""))
                .containsExactly(
                        "2:27: 'A' is not known here",
                        "3:38: 'B' is not known here",
                        "4:21: 'C' is not known here",
                        "5:17: 'D' is not known here",
                        "6:23: 'E' is not known here",
                        "7:25: 'F' is not known here",
                        "8:21: 'G' is not known here",
                        "9:20: 'H' is not known here",
                        "10:11: ids: no entry of builds is called nope",
                        "11:42: 'I' is not known here");
    }

    @Test
    void aFlagThatCannotBeFilledInIsToldOnce() {
        Planned planned = Planned.of("""
                dockers:
                  - image_templates: ["acme/hello:{{ version }}-{{ arch }}"]
                    build_flag_templates: ["--platform=linux/{{ .A }}", "--build-arg", "{{ .B }}", "{{ .C }}x"]
                  - image_templates: ["acme/hello:{{ version }}-{{ arch }}"]
                """);

        assertThat(planned.said())
                .extracting(said -> said.replaceFirst(" \\(.*", ""))
                .containsExactly(
                        "3:49: 'A' is not known here", "3:76: 'B' is not known here", "3:88: 'C' is not known here");
    }

    @Test
    void aVariableThatCannotBeFilledInSpoilsNoName() {
        Planned planned = Planned.of("""
                env: ["REGISTRY={{ .Nope }}"]
                dockers:
                  - image_templates: ["{{ .Env.REGISTRY }}/acme/hello:{{ version }}"]
                """);

        assertThat(planned.said()).singleElement().asString().contains("'Nope' is not known here");
    }

    @Test
    void whatFollowsFromABrokenEntryIsNotListedBesideIt() {
        Planned planned = Planned.of("""
                dockers:
                  - image_templates: ["acme/hello:{{ .Nope }}"]
                docker_manifests:
                  - name_template: "acme/hello:{{ version }}"
                    image_templates: ["acme/hello:{{ version }}-amd64", "acme/other:{{ version }}-amd64"]
                """);

        assertThat(planned.said())
                .containsExactly(
                        "2:38: 'Nope' is not known here",
                        "5:58: no entry of dockers produces acme/other:1.2.3-amd64"
                                + " (pin it by @sha256:… or set external: true if another program pushes it)");
    }

    @Test
    void aFileWithoutImagesIsAnError() {
        for (String yaml : List.of("version: 1", "builds: [{id: hello, builder: prebuilt, prebuilt: {path: x}}]")) {
            assertThat(Planned.of(yaml).said())
                    .singleElement()
                    .asString()
                    .startsWith("1:1: nothing to release: there is no entry of dockers");
        }
    }

    @Test
    void aFileWhoseImagesAreAllLeftOutIsAWarning() {
        assertThat(Planned.of("dockers: [{image_templates: [\"{{ if .IsSnapshot }}a/b{{ end }}\"]}]")
                        .said())
                .containsExactly("1:1: warning: nothing to release: every entry is left out");
    }

    @Test
    void twoEntriesWithOneIdAreAnError() {
        assertThat(Planned.of("""
                        dockers:
                          - {id: hello, image_templates: ["a/b:{{ version }}"]}
                          - {id: hello, image_templates: ["a/c:{{ version }}"]}
                        builds:
                          - {id: hello, builder: prebuilt, prebuilt: {path: x}}
                          - {id: hello, builder: prebuilt, prebuilt: {path: y}}
                        """).said())
                .containsExactly(
                        "3:10: the id hello is also the id of the entry in line 2 (rename one of them)",
                        "6:10: the id hello is also the id of the entry in line 5 (rename one of them)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goos: linuks                          | 3:11: unknown operating system 'linuks' (did you mean linux?)",
                "goarch: s390                          | 3:13: unknown architecture 's390' (did you mean s390x?)",
                "goarm: 7, platforms: [linux/amd64]    | 3:12: platforms and goos, goarch, goarm exclude each other"
                        + " (remove goos, goarch and goarm)",
                "ids: [nope]                           | 3:11: ids: no entry of builds is called nope"
                        + " (there is no builds section)",
                "use: kaniko                           | 3:10: 'use' needs one of docker, buildx, podman,"
                        + " but this is 'kaniko'"
            })
    void aValueThatIsNoneIsToldWhereItStands(String keys, String message) {
        assertThat(Planned.of("""
                dockers:
                  - image_templates: [acme/a]
                    KEYS
                """.replace("KEYS", keys.replace(", p", "\n    p")))
                        .said())
                .containsExactly(message);
    }

    @Test
    void anIdThatIsThereTwiceIsAnErrorInEverySection() {
        assertThat(Planned.of("""
                dockers:
                  - {id: a, image_templates: [acme/a]}
                  - {id: a, image_templates: [acme/b]}
                dockers_v2:
                  - {id: a, images: [acme/c]}
                  - {id: a, images: [acme/d]}
                docker_manifests:
                  - {id: a, name_template: acme/e, image_templates: [acme/a]}
                  - {id: b, name_template: acme/f, image_templates: [acme/a]}
                  - {id: a, name_template: acme/g, image_templates: [acme/a]}
                """).said())
                .containsExactly(
                        "3:10: the id a is also the id of the entry in line 2 (rename one of them)",
                        "6:10: the id a is also the id of the entry in line 5 (rename one of them)",
                        "10:10: the id a is also the id of the entry in line 8 (rename one of them)");
    }
}
