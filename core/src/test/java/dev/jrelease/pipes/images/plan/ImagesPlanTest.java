package dev.jrelease.pipes.images.plan;

import static dev.jrelease.pipes.images.plan.Planned.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Access;
import dev.jrelease.pipeline.PlannedTasks;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipes.images.DigestFilePipe;
import dev.jrelease.pipes.publish.PublishPipe;
import dev.jrelease.publish.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImagesPlanTest {
    private static final String HELLO = """
            version: 1
            project_name: hello
            dockers:
              - id: hello
                platforms: [linux/amd64, linux/arm64]
                dockerfile: Dockerfile
                extra_files: [app/]
                image_templates: ["localhost:5000/acme/hello:{{ version }}-{{ arch }}"]
                build_flag_templates: ["--label=org.opencontainers.image.title=hello {{ version }}"]
            docker_manifests:
              - name_template: "localhost:5000/acme/hello:{{ version }}"
                image_templates: ["localhost:5000/acme/hello:{{ version }}-amd64", "localhost:5000/acme/hello:{{ version }}-arm64"]
                create_flags: [--insecure]
            """;

    @Test
    void anEntryBecomesOneImagePerPlatform() {
        Planned planned = Planned.of(HELLO);

        assertThat(planned.said()).isEmpty();
        assertThat(planned.json().path("images")).hasSize(2);
        assertThat(planned.image(1).path("platform").asText()).isEqualTo("linux/arm64");
        assertThat(texts(planned.image(1).path("references"))).containsExactly("localhost:5000/acme/hello:1.2.3-arm64");
        assertThat(planned.image(1)
                        .path("labels")
                        .path("org.opencontainers.image.title")
                        .asText())
                .isEqualTo("hello 1.2.3");
    }

    @Test
    void standardLabelsAreAddedUnlessSet() {
        String yaml = HELLO.replace("image.title=hello {{ version }}", "image.version=mine");
        var labels = Planned.of(yaml).image(0).path("labels");

        assertThat(labels.path("org.opencontainers.image.version").asText()).isEqualTo("mine");
        assertThat(labels.path("org.opencontainers.image.revision").asText())
                .isEqualTo("0123456789abcdef0123456789abcdef01234567");
        assertThat(labels.path("org.opencontainers.image.created").asText()).isEqualTo("2026-01-02T03:04:05Z");
    }

    @Test
    void anIndexNamesItsChildrenAndTheirPlatforms() {
        var index = Planned.of(HELLO).index(0);

        assertThat(index.path("reference").asText()).isEqualTo("localhost:5000/acme/hello:1.2.3");
        assertThat(texts(index.path("platforms"))).containsExactly("linux/amd64", "linux/arm64");
        assertThat(index.path("insecure").asBoolean()).isTrue();
    }

    @Test
    void insecureCoversTheChildrenAndNothingElse() {
        Planned planned = Planned.of(HELLO + """
              - name_template: "localhost:5000/acme/other:{{ version }}"
                image_templates: ["localhost:5000/acme/other:{{ version }}-amd64"]
            """.indent(0).replace("\n  - name", "\n  - name") + "");
        assertThat(planned.said()).hasSize(1);

        List<Tag> tags = Planned.of(HELLO.replace("docker_manifests:", """
                          - image_templates: ["localhost:5000/acme/other:{{ version }}"]
                        docker_manifests:
                        """.stripTrailing()))
                .tags();
        assertThat(tags)
                .extracting(tag -> tag.name() + " " + tag.access())
                .containsExactly("1.2.3-amd64 INSECURE", "1.2.3-arm64 INSECURE", "1.2.3 STRICT", "1.2.3 INSECURE");
        assertThat(tags.get(2).access()).isEqualTo(Access.STRICT);
    }

    @Test
    void aChildThatNothingProducesIsAnErrorWithASuggestion() {
        Planned planned = Planned.of(
                HELLO.replace("hello:{{ version }}-arm64\"]\n    create", "hello:{{ version }}-arm46\"]\n    create"));

        assertThat(planned.said())
                .containsExactly("12:73: no entry of dockers produces localhost:5000/acme/hello:1.2.3-arm46"
                        + " (did you mean localhost:5000/acme/hello:1.2.3-arm64?)");
    }

    @Test
    void aPinnedChildAndAnExternalOneNeedNoEntry() {
        String digest = "sha256:" + "ab".repeat(32);
        assertThat(Planned.of(HELLO.replace(
                                "hello:{{ version }}-arm64\"]\n    create", "hello@" + digest + "\"]\n    create"))
                        .said())
                .isEmpty();
        assertThat(Planned.of(HELLO.replace(
                                "hello:{{ version }}-arm64\"]\n    create",
                                "hello:other\"]\n    external: true\n    create"))
                        .said())
                .isEmpty();
    }

    @Test
    void twoSpellingsOfOneNameAreTheSame() {
        Planned planned = Planned.of("""
                dockers:
                  - image_templates: ["acme/hello:{{ version }}-amd64"]
                docker_manifests:
                  - name_template: "acme/hello:{{ version }}"
                    image_templates: ["docker.io/acme/hello:{{ version }}-amd64"]
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(planned.json().path("indexes")).hasSize(1);
    }

    @Test
    void aPlatformFlagDecidesWhereTheFileGivesNoGoarch() {
        Planned planned = Planned.of("""
                dockers:
                  - image_templates: ["acme/hello:{{ version }}-{{ arch }}"]
                    build_flag_templates: ["--platform", "linux/arm64"]
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(planned.image(0).path("platform").asText()).isEqualTo("linux/arm64");
        assertThat(texts(planned.image(0).path("references"))).containsExactly("acme/hello:1.2.3-arm64");
    }

    @Test
    void aBuilderThatIsNotKnownIsToldWhereItStands() {
        Planned planned = Planned.of("""
                dockers:
                  - image_templates: ["acme/hello:{{ version }}"]
                    use: buidlx
                """);

        assertThat(planned.said())
                .containsExactly("3:10: 'use' needs one of docker, buildx, podman, but this is 'buidlx'"
                        + " (did you mean buildx?)");
    }

    @Test
    void flagsAreReadAsTheDockerCommandReadsThem() {
        Planned planned = Planned.of("""
                dockers:
                  - image_templates: ["acme/hello:{{ version }}"]
                    build_flag_templates:
                      - --build-arg
                      - ONE=1
                      - "--build-arg=TWO=a=b"
                      - "--target=last"
                      - "--pull"
                      - "--progress=plain"
                      - "--squash"
                      - "--output=type=local"
                """);

        var image = planned.image(0);
        assertThat(image.path("build_args").path("ONE").asText()).isEqualTo("1");
        assertThat(image.path("build_args").path("TWO").asText()).isEqualTo("a=b");
        assertThat(image.path("target").asText()).isEqualTo("last");
        assertThat(planned.said()).hasSize(2).allMatch(said -> said.contains("is not supported"));
    }

    @Test
    void labelsAndArgumentsThatRenderEmptyAreDropped() {
        var image = Planned.of("""
                dockers:
                  - image_templates: ["acme/hello:{{ version }}"]
                    labels: {"": x, y: "{{ .Prerelease }}", a: "1"}
                    build_args: {"{{ .Prerelease }}": x, B: "", A: a}
                """).image(0);

        assertThat(image.path("labels").fieldNames()).toIterable().contains("a").doesNotContain("", "y");
        assertThat(image.path("build_args").fieldNames()).toIterable().containsExactly("A");
    }

    @Test
    void namesThatRenderEmptyAreDropped() {
        Planned planned = Planned.of("""
                dockers:
                  - image_templates: ["acme/hello:{{ version }}", "{{ if .IsSnapshot }}acme/hello:dev{{ end }}"]
                """);

        assertThat(texts(planned.image(0).path("references"))).containsExactly("acme/hello:1.2.3");
    }

    @Test
    void aSnapshotWritesToNoRegistry() {
        Planned planned = Planned.of(HELLO, ReleaseOptions.release().asSnapshot());

        assertThat(planned.json().path("version").asText()).isEqualTo("1.2.3-SNAPSHOT-0123456");
        assertThat(planned.tags()).isEmpty();
        assertThat(PlannedTasks.of(planned.plan(), IndexTask.class)).hasSize(1);
    }

    @Test
    void floatingTagsAreMovedLastAndOnlyDigestsAreWrittenAfterThat() {
        Planned planned = Planned.of(HELLO.replace(
                "name_template: \"localhost:5000/acme/hello:{{ version }}\"",
                "name_template: localhost:5000/acme/hello:latest"));
        var stages = planned.plan().pipes();
        var last = stages.get(stages.size() - 2);

        assertThat(last.pipe()).isInstanceOf(PublishPipe.class);
        assertThat(planned.json().path("floating_tags")).hasSize(1);
        assertThat(stages.getLast().pipe()).isInstanceOf(DigestFilePipe.class);
    }

    @Test
    void programsOfTheirPlatformGoIntoTheContext() {
        Planned planned = Planned.of("""
                project_name: hello
                builds:
                  - id: hello
                    builder: prebuilt
                    goos: [linux]
                    goarch: [amd64, arm]
                    goarm: [7]
                    prebuilt:
                      path: "out/hello_{{ .Os }}_{{ .Arch }}{{ with .Arm }}_{{ . }}{{ end }}"
                dockers:
                  - ids: [hello]
                    goarch: arm
                    goarm: 7
                    image_templates: ["acme/hello:{{ .Version }}"]
                  - ids: [helo]
                    image_templates: ["acme/other:{{ .Version }}"]
                """);

        assertThat(texts(planned.image(0).path("binaries"))).containsExactly("out/hello_linux_arm_7");
        assertThat(planned.said())
                .containsExactly("15:11: ids: no entry of builds is called helo (did you mean hello?)");
    }

    @Test
    void goamd64ChoosesAmongTheProgramsOfOnePlatform() {
        Planned planned = Planned.of("""
                builds:
                  - id: hello
                    builder: prebuilt
                    goos: [linux]
                    goarch: [amd64]
                    goamd64: [v1, v3]
                    prebuilt:
                      path: "out/hello_{{ .Amd64 }}"
                dockers:
                  - image_templates: ["acme/hello:{{ .Version }}"]
                  - image_templates: ["acme/hello:{{ .Version }}-fast"]
                    goamd64: v3
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(texts(planned.image(0).path("binaries"))).containsExactly("out/hello_v1");
        assertThat(texts(planned.image(1).path("binaries"))).containsExactly("out/hello_v3");
        assertThat(planned.image(1).path("platform").asText()).isEqualTo("linux/amd64");
    }

    @Test
    void onlyTheTagTellsWhetherANameIsFloating() {
        Planned planned = Planned.of("""
                dockers:
                  - image_templates: ["localhost:6100/acme-{{ version }}/tw:latest"]
                """);

        assertThat(planned.json().path("tags")).isEmpty();
        assertThat(planned.json().path("floating_tags")).hasSize(1);
    }
}
