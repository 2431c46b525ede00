package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which manifests and indexes annotations are written to. */
class AnnotationsPlanTest {

    @Test
    void thoseOfSeveralPlatformsAreOfTheIndex() {
        Planned planned = Planned.of("""
                dockers_v2:
                  - images: [acme/hello]
                    annotations:
                      b: "{{ .Version }}"
                      index:a: "1"
                      manifest:each: "2"
                      manifest[linux/arm64]:one: "3"
                      index,manifest:both: "4"
                      org.example:key: "5"
                      "{{ .ProjectName }}": "6"
                      dropped: "{{ .Prerelease }}"
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(annotations(planned.index(0)))
                .containsExactly("b=1.2.3", "both=4", "a=1", "org.example:key=5", "project=6");
        assertThat(annotations(planned.image(0))).containsExactly("both=4", "each=2");
        assertThat(annotations(planned.image(1))).containsExactly("both=4", "each=2", "one=3");
    }

    @Test
    void thoseOfOnePlatformAreOfTheImage() {
        Planned planned = Planned.of("""
                dockers_v2:
                  - images: [acme/hello]
                    platforms: [linux/arm64]
                    annotations: {a: "1", "manifest:b": "{{ .Arch }}"}
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(annotations(planned.image(0))).containsExactly("a=1", "b=arm64");
    }

    @Test
    void thoseOfFlagsAreOfTheImagesUnlessTheySayOtherwise() {
        Planned planned = Planned.of("""
                dockers_v2:
                  - images: [acme/hello]
                    annotations: {a: "1"}
                    flags:
                      - --annotation=x={{ .Arch }}
                      - --annotation
                      - index:a=2
                      - --annotation=manifest[linux/amd64]:y=3
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(annotations(planned.index(0))).containsExactly("a=2");
        assertThat(annotations(planned.image(0))).containsExactly("x=amd64", "y=3");
        assertThat(annotations(planned.image(1))).containsExactly("x=arm64");
    }

    @Test
    void anEntryOfDockersHasThemToo() {
        Planned planned = Planned.of("""
                dockers:
                  - image_templates: ["acme/hello:{{ version }}-{{ arch }}"]
                    platforms: [linux/amd64]
                    annotations: {a: "{{ .Arch }}"}
                docker_manifests:
                  - name_template: acme/hello:{{ version }}
                    image_templates: [acme/hello:1.2.3-amd64]
                    annotations: {"index:b": "{{ .Version }}", c: "2"}
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(annotations(planned.image(0))).containsExactly("a=amd64");
        assertThat(annotations(planned.index(0))).containsExactly("c=2", "b=1.2.3");
        assertThat(planned.plan().text()).contains("      --annotation b=1.2.3\n");
    }

    @Test
    void whatCannotBeDoneAboutThemIsTold() {
        assertThat(Planned.of("""
                dockers_v2:
                  - images: [acme/a]
                    annotations:
                      manifest-descriptor:a: "1"
                      index[linux/amd64]:b: "2"
                      manifest[linux/386]:c: "3"
                      d: "{{ .Arch }}"
                    flags: ["--annotation=index:e={{ .Arch }}"]
                  - images: [acme/b]
                    platforms: [linux/amd64]
                    annotations: {"index:f": "6"}
                docker_manifests:
                  - name_template: acme/c:1
                    image_templates: [acme/b:v1.2.3]
                    annotations: {"manifest:g": "7"}
                """).said())
                .containsExactly(
                        "4:7: the annotation a is for a descriptor, which is not supported (use index: or manifest:)",
                        "5:7: the annotation b is for an index of one platform (use index:)",
                        "6:7: annotations: the entry has no image for linux/386 (its platforms are linux/amd64, linux/arm64)",
                        "7:14: 'Arch' has no value here: this is not about one platform",
                        "8:14: an annotation of the index cannot depend on the platform"
                                + " (use manifest: for an annotation of each image)",
                        "11:20: the annotation f is for an index, and this entry has none (an entry with several"
                                + " platforms, images and tags has an index, and docker_manifests do)",
                        "15:20: the annotation g is not for the index (move it to the entry of the image)");
    }

    @Test
    void twoIndexesOfOneNameThatDifferInThemAreNotTheSame() {
        assertThat(Planned.of("""
                dockers_v2:
                  - images: [acme/hello]
                docker_manifests:
                  - name_template: acme/hello:v1.2.3
                    image_templates: [acme/hello:v1.2.3]
                    annotations: {a: "1"}
                """).said())
                .containsExactly("4:20: two indexes with different annotations have the name acme/hello:v1.2.3");
    }

    private static List<String> annotations(JsonNode node) {
        return node.path("annotations").properties().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().asText())
                .toList();
    }
}
