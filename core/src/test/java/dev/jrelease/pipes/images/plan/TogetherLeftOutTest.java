package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.context.RenderedFile;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipeline.PlannedTasks;
import dev.jrelease.pipes.images.Checkout;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Conditions, matrices and files that are filled in, of entries whose images have their names together: {@code
 * dockers_v2}, and {@code dockers} with images and tags.
 */
class TogetherLeftOutTest {
    private final Checkout checkout;

    TogetherLeftOutTest(@TempDir Path folder) throws InterruptedException {
        this.checkout = Checkout.in(folder);
    }

    private static String entry(String section, String keys) {
        return """
                SECTION:
                  - images: [acme/a]
                    tags: ["{{ .Version }}"]
                    platforms: [linux/amd64, linux/arm64, linux/arm/v7]
                """.replace("SECTION", section) + keys.indent(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dockers", "dockers_v2"})
    void aPlatformThatIsLeftOutIsNotInTheIndex(String section) throws InterruptedException {
        String yaml = entry(section, "if: '{{ ne .Arch \"arm64\" }}'");

        assertThat(checkout.said(yaml)).containsExactly("acme/a:1.2.3 of 2");
        assertThat(PlannedTasks.of(checkout.plan(yaml, new Problems()), ImageTask.class))
                .extracting(image -> image.platform().toString())
                .contains("linux/amd64", "linux/arm/v7")
                .doesNotContain("linux/arm64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dockers", "dockers_v2"})
    void theOnlyPlatformThatIsLeftIsAPlainImage(String section) throws InterruptedException {
        assertThat(checkout.said(entry(section, "if: '{{ eq .Arch \"arm64\" }}'")))
                .containsExactly("acme/a:1.2.3");
    }

    @ParameterizedTest
    @CsvSource({
        "dockers, 'if: false'",
        "dockers_v2, 'if: ''{{ .IsSnapshot }}'''",
        "dockers, 'skip_build: true'",
        "dockers_v2, 'disable: true'"
    })
    void anEntryWithoutAPlatformIsNothing(String section, String key) throws InterruptedException {
        assertThat(checkout.said(entry(section, key))).isEmpty();
        assertThat(checkout.said(entry(section, key) + """
                docker_manifests:
                  - name_template: acme/all
                    image_templates: ["acme/a:{{ version }}"]
                """))
                .last()
                .asString()
                .contains("acme/a:1.2.3 is left out in line 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dockers", "dockers_v2"})
    void everyCombinationOfAMatrixIsAnIndex(String section) throws InterruptedException {
        String yaml = entry(section, """
                matrix: {base: [alpine, debian, scratch]}
                if: '{{ and (ne .Matrix.base "scratch") (or (eq .Matrix.base "alpine") (ne .Arch "arm")) }}'
                """).replace("{{ .Version }}", "{{ .Version }}-{{ .Matrix.base }}");

        assertThat(checkout.said(yaml)).containsExactly("acme/a:1.2.3-alpine of 3", "acme/a:1.2.3-debian of 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dockers", "dockers_v2"})
    void filesAreFilledInForEachImage(String section) throws InterruptedException {
        checkout.workspace()
                .write("Dockerfile.tpl", "FROM {{ .Matrix.base }}\nLABEL arch={{ .Arch }}\n")
                .write("app.conf.tpl", "arch={{ .Arch }}\n")
                .commit("Templates")
                .git("tag", "-f", "v1.2.3");
        List<ImageTask> images =
                PlannedTasks.of(checkout.plan(entry(section, """
                                matrix: {base: [alpine]}
                                templated_dockerfile: Dockerfile.tpl
                                templated_extra_files: [{src: app.conf.tpl, dst: etc/app.conf}]
                                if: '{{ ne .Arch "arm" }}'
                                """), new Problems()), ImageTask.class).stream()
                        .distinct()
                        .toList();

        assertThat(images)
                .flatExtracting(image -> image.recipe().filledDockerfile().stream()
                        .map(RenderedFile::content)
                        .toList())
                .containsExactly("FROM alpine\nLABEL arch=amd64\n", "FROM alpine\nLABEL arch=arm64\n");
        assertThat(images)
                .flatExtracting(image -> image.recipe().filledFiles().stream()
                        .map(file -> file.dst() + " " + file.content())
                        .toList())
                .containsExactly("etc/app.conf arch=amd64\n", "etc/app.conf arch=arm64\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dockers", "dockers_v2"})
    void aCheckLooksAtTheNamesOfWhatMayBeLeftOut(String section) {
        assertThat(Planned.checked(entry(section, "if: '{{ eq .Env.WANTED \"yes\" }}'")
                                .replace("acme/a", "'acme/{{ .Nope }}'"))
                        .said())
                .singleElement()
                .asString()
                .startsWith("2:23: 'Nope' is not known here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dockers", "dockers_v2"})
    void aCheckLooksAtTheImagesOfPlatformsThatMayBeLeftOut(String section) {
        String yaml = entry(section, """
                if: '{{ or (eq .Arch "amd64") (eq .Env.WANTED "yes") }}'
                labels: {a: '{{ if eq .Arch "arm64" }}{{ .Nope }}{{ end }}'}
                """);

        assertThat(Planned.checked(yaml).said()).singleElement().asString().contains("'Nope' is not known here");
    }

    @Test
    void aCheckAsksForNoProgramsOfAPlatformThatIsLeftOut() {
        assertThat(Planned.of("""
                builds: [{id: a, builder: prebuilt, goos: [linux], goarch: [amd64], prebuilt: {path: a}}]
                """ + entry("dockers", """
                        ids: [a]
                        if: '{{ eq .Arch "amd64" }}'
                        """)).said()).isEmpty();
    }
}
