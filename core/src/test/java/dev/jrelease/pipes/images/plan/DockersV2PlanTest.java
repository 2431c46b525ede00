package dev.jrelease.pipes.images.plan;

import static dev.jrelease.pipes.images.plan.Planned.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.pipeline.PlannedTasks;
import dev.jrelease.publish.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What entries of {@code dockers_v2}, and of {@code dockers} with images and tags, are planned to. */
class DockersV2PlanTest {
    private static final String HELLO = """
            project_name: hello
            dockers_v2:
              - images: [acme/hello, registry.example/acme/hello]
                tags: ["{{ .Version }}", latest]
                build_args: {VERSION: "{{ .Version }}"}
                labels: {title: hello}
            """;

    @Test
    void anEntryIsOneIndexUnderEachNameOfImagesWithoutNames() {
        Planned planned = Planned.of(HELLO);

        assertThat(planned.said()).isEmpty();
        assertThat(planned.json().path("images"))
                .extracting(image -> image.path("platform").asText())
                .containsExactly("linux/amd64", "linux/arm64");
        assertThat(planned.json().path("images"))
                .allSatisfy(image -> assertThat(image.path("references")).isEmpty());
        assertThat(references(planned))
                .containsExactly(
                        "acme/hello:1.2.3",
                        "acme/hello:latest",
                        "registry.example/acme/hello:1.2.3",
                        "registry.example/acme/hello:latest");
        assertThat(planned.json().path("indexes"))
                .allSatisfy(index ->
                        assertThat(texts(index.path("platforms"))).containsExactly("linux/amd64", "linux/arm64"));
    }

    @Test
    void itIsTheSameAsAnEntryOfDockersWithAnIndexOfItsOwn() {
        Planned together =
                Planned.of(HELLO.replace("- images", "- platforms: [linux/amd64, linux/arm/v7]\n    images"));
        Planned apart = Planned.of("""
                project_name: hello
                dockers:
                  - platforms: [linux/amd64, linux/arm/v7]
                    image_templates: ["acme/hello:{{ version }}-{{ target }}"]
                    build_args: {VERSION: "{{ .Version }}"}
                    labels: {title: hello}
                docker_manifests:
                  - name_template: acme/hello:{{ version }}
                    image_templates: &images ["acme/hello:{{ version }}-amd64", "acme/hello:{{ version }}-armv7"]
                  - name_template: acme/hello:latest
                    image_templates: *images
                  - name_template: registry.example/acme/hello:{{ version }}
                    image_templates: *images
                  - name_template: registry.example/acme/hello:latest
                    image_templates: *images
                """);

        assertThat(together.said()).isEmpty();
        assertThat(apart.said()).isEmpty();
        assertThat(without(together.json().path("images"), "references"))
                .isEqualTo(without(apart.json().path("images"), "references"));
        assertThat(without(together.json().path("indexes"), "children"))
                .isEqualTo(without(apart.json().path("indexes"), "children"));
        assertThat(together.json().path("floating_tags")).isEqualTo(apart.json().path("floating_tags"));
    }

    @Test
    void anEntryOfDockersMayHaveImagesAndTagsToo() {
        Planned dockers = Planned.of(HELLO.replace("dockers_v2", "dockers")
                .replace("- images", "- platforms: [linux/amd64, linux/arm64]\n    images"));

        assertThat(dockers.said()).isEmpty();
        assertThat(dockers.json()).isEqualTo(Planned.of(HELLO).json());
    }

    @Test
    void onePlatformIsAPlainImage() {
        Planned planned = Planned.of(HELLO.replace("- images", "- platforms: [linux/arm64]\n    images"));

        assertThat(planned.said()).isEmpty();
        assertThat(planned.json().path("indexes")).isEmpty();
        assertThat(texts(planned.image(0).path("references")))
                .containsExactly(
                        "acme/hello:1.2.3",
                        "acme/hello:latest",
                        "registry.example/acme/hello:1.2.3",
                        "registry.example/acme/hello:latest");
    }

    @Test
    void theTagIsTheDefault() {
        assertThat(references(Planned.of("dockers_v2: [{images: [acme/hello]}]")))
                .containsExactly("acme/hello:v1.2.3");
    }

    @Test
    void whatIsEmptyIsDroppedAndWhatIsTwiceIsThereOnce() {
        Planned planned = Planned.of("""
                dockers_v2:
                  - images: [acme/hello, "{{ if .IsSnapshot }}acme/snapshots{{ end }}", docker.io/acme/hello]
                    tags: ["b", "{{ if .IsNightly }}nightly{{ end }}", "a", "{{ .Version }}", "b"]
                    platforms: ["linux/amd64", "{{ if .IsSnapshot }}linux/386{{ end }}", linux/arm64]
                    flags: ["{{ if .IsNightly }}--pull{{ end }}"]
                    labels: {"": x, y: "{{ .Prerelease }}", "{{ .ProjectName }}.z": z, a: "1"}
                    build_args: {"{{ .Prerelease }}": x, B: b, A: a}
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(references(planned)).containsExactly("acme/hello:1.2.3", "acme/hello:a", "acme/hello:b");
        assertThat(planned.json().path("images")).hasSize(2);
        assertThat(planned.image(0).path("labels").fieldNames())
                .toIterable()
                .containsExactly(
                        "a",
                        "project.z",
                        "org.opencontainers.image.version",
                        "org.opencontainers.image.revision",
                        "org.opencontainers.image.created");
        assertThat(planned.image(0).path("build_args").fieldNames())
                .toIterable()
                .containsExactly("A", "B");
    }

    @Test
    void withoutImagesTheEntryIsLeftOut() {
        assertThat(Planned.of("""
                project_name: hello
                dockers_v2:
                  - images: ["{{ .Prerelease }}"]
                  - tags: [latest]
                  - {images: [acme/hello], platforms: ["{{ .Prerelease }}"]}
                """).said())
                .containsExactly(
                        "1:1: warning: nothing to release: every entry is left out",
                        "3:5: warning: hello is left out: every one of its images is empty",
                        "4:5: warning: hello is left out: it names no images",
                        "5:5: warning: hello is left out: all its platforms are empty");
    }

    @Test
    void withoutTagsNothingCouldBePublished() {
        assertThat(Planned.of("""
                dockers_v2:
                  - images: [acme/hello]
                    tags: ["{{ .Prerelease }}"]
                """).said()).containsExactly("3:13: all tags are empty (add at least one tag)");
    }

    @Test
    void namesThatNoRegistryTakesAreToldWhereTheyStand() {
        assertThat(Planned.of("""
                dockers_v2:
                  - images: [acme/hello, acme/Hello, "acme/hello:latest"]
                    tags: ["a+b", fine]
                """).said())
                .containsExactly(
                        "2:26: 'acme/Hello' is not an image reference: its repository 'acme/Hello' must be lower case (write acme/hello)",
                        "2:39: 'acme/hello:latest' in images contains more than a repository"
                                + " (move the tag to tags)",
                        "3:13: 'acme/hello:a+b' is not an image reference: its tag 'a+b' may hold only letters, digits,"
                                + " '_', '.' and '-', and not begin with the last two");
    }

    @Test
    void aNameOfAllPlatformsKnowsNone() {
        assertThat(Planned.of("dockers_v2: [{images: [acme/hello], tags: [\"{{ .Arch }}\"]}]")
                        .said())
                .singleElement()
                .asString()
                .isEqualTo("1:48: 'Arch' has no value here: this is not about one platform");
    }

    @Test
    void aDisabledEntryIsLeftOut() {
        Planned planned = Planned.of(HELLO + """
              - {images: [acme/other], disable: "{{ not .IsSnapshot }}"}
            """);

        assertThat(planned.said()).isEmpty();
        assertThat(references(planned)).noneMatch(name -> name.startsWith("acme/other"));
    }

    @Test
    void whatIsNotPushedHasNoTags() {
        Planned planned = Planned.of(HELLO.replace("- images", "- skip_push: true\n    images"));

        assertThat(planned.said()).isEmpty();
        assertThat(planned.json().path("indexes")).hasSize(4);
        assertThat(planned.json().path("tags")).isEmpty();
        assertThat(planned.json().path("floating_tags")).isEmpty();
        assertThat(planned.plan().text()).contains("acme/hello:1.2.3  (not pushed)");
    }

    @Test
    void insecureIsOfTheEntryAlone() {
        List<Tag> tags = Planned.of(HELLO.replace("- images", "- insecure: true\n    images") + """
              - {images: [acme/one], platforms: [linux/386], insecure: true}
              - {images: [acme/other]}
            """)
                .tags();

        assertThat(tags)
                .extracting(tag -> tag.text() + " " + tag.access())
                .contains(
                        "acme/hello:1.2.3 INSECURE",
                        "registry.example/acme/hello:latest INSECURE",
                        "acme/one:v1.2.3 INSECURE",
                        "acme/other:v1.2.3 STRICT");
    }

    @Test
    void anotherIndexMayNameIt() {
        Planned planned = Planned.of(HELLO + """
            docker_manifests:
              - name_template: acme/all:{{ version }}
                image_templates: ["acme/hello:{{ version }}"]
            """);

        assertThat(planned.said()).isEmpty();
        assertThat(texts(planned.index(4).path("platforms"))).containsExactly("linux/amd64", "linux/arm64");
    }

    @Test
    void theSameNameForOtherContentIsAnErrorWhicheverSectionItIsIn() {
        assertThat(Planned.of("""
                dockers:
                  - image_templates: [acme/hello:1.2.3]
                  - image_templates: [acme/other:1.2.3-amd64]
                dockers_v2:
                  - {images: [acme/hello], tags: [1.2.3, "2"]}
                  - {images: [acme/hello], tags: ["2"]}
                  - {images: [acme/hello], tags: ["3"], platforms: [linux/amd64]}
                docker_manifests:
                  - name_template: acme/hello:2
                    image_templates: [acme/other:1.2.3-amd64]
                  - name_template: acme/hello:3
                    image_templates: [acme/other:1.2.3-amd64]
                """).said())
                .containsExactly(
                        "5:35: acme/hello:1.2.3 is both an index and an image, project linux/amd64"
                                + " (give them different tags)",
                        "6:36: two indexes with different images have the name acme/hello:2",
                        "9:20: two indexes with different images have the name acme/hello:2",
                        "11:20: acme/hello:3 is both an index and an image, project linux/amd64"
                                + " (give them different tags)");
    }

    @Test
    void idsAreThereOnce() {
        assertThat(Planned.of("""
                dockers_v2:
                  - {id: a, images: [acme/a]}
                  - {id: a, images: [acme/b]}
                """).said())
                .containsExactly("3:10: the id a is also the id of the entry in line 2 (rename one of them)");
    }

    @Test
    void imagesAndImageTemplatesExcludeEachOther() {
        assertThat(Planned.of("""
                dockers:
                  - image_templates: [acme/a:1]
                    images: [acme/a]
                  - image_templates: [acme/b:1]
                    tags: ["1"]
                """).said())
                .containsExactly(
                        "3:14: images and image_templates exclude each other"
                                + " (use images and tags for common names, or image_templates for names per platform)",
                        "5:13: tags without images (add images: the repositories of the tags)");
    }

    @Test
    void theContextHoldsTheProgramsOfAllPlatformsInFoldersOfTheirs() {
        Planned planned = Planned.of("""
                builds:
                  - builder: prebuilt
                    binary: hello
                    goos: [linux, windows]
                    goarch: [amd64, arm64, arm]
                    goarm: [6, 7]
                    goamd64: [v1, v3]
                    prebuilt: {path: "out/{{ .Os }}_{{ .Target }}"}
                dockers_v2:
                  - images: [acme/hello]
                    platforms: [linux/amd64, linux/arm64/v8, linux/arm]
                  - images: [acme/old]
                    platforms: [linux/arm/v6, linux/amd64/v3]
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(binaries(planned, 0))
                .containsExactly(
                        "linux/amd64/hello from out/linux_amd64",
                        "linux/arm64/hello from out/linux_arm64",
                        "linux/arm/v7/hello from out/linux_armv7");
        assertThat(binaries(planned, 2)).isEqualTo(binaries(planned, 0));
        assertThat(binaries(planned, 3))
                .containsExactly(
                        "linux/arm/v6/hello from out/linux_armv6", "linux/amd64/v3/hello from out/linux_amd64v3");
    }

    @ParameterizedTest
    @CsvSource({
        "linux/arm, goarch: [arm]",
        "linux/amd64, 'goarch: [amd64], goamd64: [v3]'",
        "linux/arm, 'goarch: [arm], goarm: [5, 6]'"
    })
    void aPlatformWithoutAVariantTakesNoProgramsOfAnother(String platform, String built) {
        Planned planned = Planned.of("""
                builds:
                  - {id: hello, builder: prebuilt, goos: [linux], %s, prebuilt: {path: "out/{{ .Target }}"}}
                dockers_v2:
                  - {images: [acme/hello], platforms: [%s], ids: [hello]}
                """.formatted(built, platform));

        assertThat(planned.said())
                .singleElement()
                .asString()
                .contains("builds entry hello has no program for " + platform);
    }

    @Test
    void aBillOfMaterialsThatIsAskedForIsRefusedHere() {
        assertThat(Planned.of("dockers_v2: [{images: [acme/hello], sbom: \"{{ not .IsSnapshot }}\"}]")
                        .said())
                .containsExactly(
                        "1:44: sbom: jrelease does not make attestations (remove it, or set it to false: the image is the same)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sbom: false, ", "sbom: \"{{ .IsSnapshot }}\", ", "", "sbom: true, disable: true, "})
    void nothingIsSaidOfOneThatIsNot(String sbom) {
        assertThat(Planned.of("dockers_v2: [{" + sbom + "images: [acme/hello]}, {images: [acme/b]}]")
                        .said())
                .isEmpty();
    }

    @Test
    void inAFileOfGoReleasersWhatIsNotMadeIsAWarning() {
        assertThat(Planned.goReleaser("""
                dockers_v2:
                  - images: [acme/hello]
                    sbom: true
                    flags: [--provenance=mode=max]
                    retry: {attempts: 3}
                """).said())
                .containsExactly(
                        "3:11: warning: sbom: jrelease does not make attestations"
                                + " (remove it, or set it to false: the image is the same)",
                        "4:13: warning: --provenance=mode=max: jrelease does not make attestations"
                                + " (remove it, or set it to false: the image is the same)",
                        "5:5: warning: 'retry' is not supported: it is a key at the top level of the file");
    }

    private static List<String> references(Planned planned) {
        return planned.json().path("indexes").findValuesAsText("reference");
    }

    private static List<String> binaries(Planned planned, int image) {
        return PlannedTasks.of(planned.plan(), ImageTask.class).get(image).recipe().binaries().stream()
                .map(binary -> binary.name() + " from " + binary.file())
                .toList();
    }

    private static JsonNode without(JsonNode array, String key) {
        JsonNode copy = array.deepCopy();
        copy.forEach(node -> ((ObjectNode) node).remove(key));
        return copy;
    }
}
