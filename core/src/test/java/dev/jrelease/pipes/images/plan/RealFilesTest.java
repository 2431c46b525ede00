package dev.jrelease.pipes.images.plan;

import static dev.jrelease.pipes.images.plan.Planned.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files in use hold in {@code dockers} beside the examples in manuals. */
class RealFilesTest {
    private static final String PREBUILT = """
            builds:
              - id: hello
                builder: prebuilt
                goos: [linux]
                goarch: [amd64, arm64, arm, "386"]
                goarm: GOARM
                prebuilt: {path: "out/hello_{{ .Target }}"}
            """;

    private static Planned planned(String entry) {
        return planned("[6, 7]", entry);
    }

    private static Planned planned(String goarm, String entry) {
        return Planned.goReleaser(PREBUILT.replace("GOARM", goarm) + "dockers:\n" + entry);
    }

    private static String platformAndProgram(Planned planned) {
        JsonNode image = planned.image(0);
        return image.path("platform").asText() + " " + String.join(" ", texts(image.path("binaries")));
    }

    @Test
    void programsOfALaterArmThanTheImageSaysAreNotTaken() {
        String entry =
                "  - {goarch: arm, image_templates: [a/b], build_flag_templates: [--platform=linux/arm/v5], ids: [hello]}\n";

        assertThat(planned("[6]", entry).said())
                .containsExactly("9:98: builds entry hello has no program for linux/arm/v5");
        assertThat(platformAndProgram(planned("[5, 6]", entry))).isEqualTo("linux/arm/v5 out/hello_armv5");
    }

    @Test
    void noProgramsAreSuggestedThatGoDoesNotMake() {
        Planned planned = planned("""
                  - goarch: arm
                    goarm: 7
                    image_templates: ["acme/a:{{ version }}"]
                    build_flag_templates: ["--platform=linux/arm/v8"]
                """);

        assertThat(planned.said())
                .containsExactly("12:29: warning: the image for linux/arm/v8 gets the programs of linux/arm/v7"
                        + " (they run on it)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goarch: arm, goarm: 7                                          | linux/arm/v7 out/hello_armv7",
                "goarch: arm, goarm: '7'                                        | linux/arm/v7 out/hello_armv7",
                "goarch: arm, goarm: ''                                         | linux/arm/v6 out/hello_armv6",
                "goarch: arm, goarm:                                            | linux/arm/v6 out/hello_armv6",
                "goarch: arm                                                    | linux/arm/v6 out/hello_armv6",
                "goarch: 386                                                    | linux/386 out/hello_386",
                "goarch: ''                                                     | linux/amd64 out/hello_amd64",
                "goos: linux                                                    | linux/amd64 out/hello_amd64",
                "goarch: arm64                                                  | linux/arm64 out/hello_arm64",
                "goarch: arm64, build_flag_templates: [--platform=linux/arm64/v8] | linux/arm64/v8 out/hello_arm64",
                "build_flag_templates: [--platform=linux/arm64]                 | linux/arm64 out/hello_arm64",
                "build_flag_templates: [--platform, linux/arm64/v8]             | linux/arm64/v8 out/hello_arm64",
                "build_flag_templates: [--platform=linux/arm/7]                 | linux/arm/v7 out/hello_armv7",
                "goarch: arm, build_flag_templates: [--platform=linux/arm/v7]   | linux/arm/v7 out/hello_armv7",
                "goarch: arm, goarm: 6, build_flag_templates: [--platform=linux/arm/v6] | linux/arm/v6 out/hello_armv6",
                "goamd64: v1, build_flag_templates: [--platform=linux/amd64]    | linux/amd64 out/hello_amd64",
                "goarch: amd64, build_flag_templates: [--platform=linux/x86_64] | linux/amd64 out/hello_amd64",
            })
    void thePlatformOfAnImageAndOfItsPrograms(String keys, String expected) {
        Planned planned = planned("  - {image_templates: ['acme/a:1.2.3'], " + keys + "}\n");

        assertThat(planned.said()).isEmpty();
        assertThat(platformAndProgram(planned)).isEqualTo(expected);
    }

    @Test
    void aPlatformOfArmThatSaysNoMoreMeansTheSeventhAndTakesTheSixthWhereThatIsAllThereIs() {
        String entry = """
                  - goarch: arm
                    image_templates: ["acme/a:{{ version }}"]
                    build_flag_templates: ["--platform=linux/arm"]
                """;

        assertThat(platformAndProgram(planned("[6]", entry))).isEqualTo("linux/arm out/hello_armv6");
        assertThat(platformAndProgram(planned("[6, 7]", entry))).isEqualTo("linux/arm out/hello_armv7");
    }

    @Test
    void programsOfAnEarlierArmThanTheImageSaysAreTakenAndTold() {
        Planned planned = planned("""
                  - goarch: arm
                    goarm: 6
                    image_templates: ["acme/a:{{ version }}"]
                    build_flag_templates: ["--platform=linux/arm/v7"]
                """);

        assertThat(planned.said())
                .containsExactly("12:29: warning: the image for linux/arm/v7 gets the programs of linux/arm/v6"
                        + " (they run on it; set goarm: 7 for programs of the same version)");
        assertThat(platformAndProgram(planned)).isEqualTo("linux/arm/v7 out/hello_armv6");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goarch: arm64          | linux/amd64    | linux/arm64",
                "goarch: arm, goarm: 7  | linux/arm/v6   | linux/arm/v7",
                "goarch: amd64, goamd64: v3 | linux/amd64/v2 | linux/amd64/v3",
                "goarch: 386            | linux/amd64    | linux/386",
            })
    void aPlatformThatContradictsThePrograms(String keys, String flag, String meant) {
        Planned planned = planned("  - {image_templates: ['acme/a:1.2.3'], build_flag_templates: ['--platform=" + flag
                + "'], " + keys + "}\n");

        assertThat(planned.said())
                .anyMatch(said ->
                        said.startsWith("9:65: --platform=" + flag + " contradicts goarch, which means " + meant));
    }

    @Test
    void aFlagForSeveralPlatformsIsNoPlatform() {
        assertThat(planned("""
                  - image_templates: ["acme/a:{{ version }}"]
                    build_flag_templates: ["--platform=linux/amd64,linux/arm64"]
                """).said())
                .containsExactly("10:29: 'linux/amd64,linux/arm64' is not a platform"
                        + " (use platforms: [linux/amd64, linux/arm64] in the entry instead, and {{ .Arch }} in each of its"
                        + " image_templates)");
    }

    @Test
    void aFlagAndItsValueMayBeTwoItems() {
        JsonNode image = planned("""
                  - image_templates: ["acme/a:{{ version }}"]
                    build_flag_templates:
                      - --build-arg
                      - A=one two
                      - "--build-arg"
                      - B=
                      - --label
                      - x=y=z
                """).image(0);

        assertThat(image.path("build_args").path("A").asText()).isEqualTo("one two");
        assertThat(image.path("build_args").path("B").asText()).isEmpty();
        assertThat(image.path("labels").path("x").asText()).isEqualTo("y=z");
    }

    @Test
    void aFlagAndItsValueInOneItemAreWhatDockerRefusesToo() {
        assertThat(planned("""
                  - image_templates: ["acme/a:{{ version }}"]
                    build_flag_templates:
                      - --build-arg A=b
                      - --platform linux/arm64
                      - --pull
                """).said())
                .containsExactly(
                        "11:9: docker reads all of '--build-arg A' for the name of a flag"
                                + " (use --build-arg=A=b, or the value as an item of its own)",
                        "12:9: docker reads all of '--platform linux/arm64' for the name of a flag"
                                + " (use --platform=linux/arm64, or the value as an item of its own)");
    }

    @Test
    void flagsThatAreEmptyAreNone() {
        Planned planned = planned("""
                  - image_templates: ["acme/a:{{ version }}"]
                    build_flag_templates:
                      - "{{ if .Prerelease }}--label=a=b{{ end }}"
                      - "--label=c=d"
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(planned.image(0).path("labels").has("c")).isTrue();
    }

    @Test
    void namesThatAreEmptyAreDroppedAndAnEntryOfNoOthersIsSkipped() {
        Planned planned = planned("""
                  - image_templates: ["{{ if .Prerelease }}acme/a:rc{{ end }}", "acme/a:{{ version }}"]
                  - image_templates: ["{{ if .Prerelease }}acme/b:rc{{ end }}", " "]
                    goarch: arm64
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(planned.json().path("images")).hasSize(1);
        assertThat(texts(planned.image(0).path("references"))).containsExactly("acme/a:1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alpine", "library/alpine", "docker.io/alpine", "index.docker.io/library/alpine"})
    void namesAtDockerHubHaveManySpellings(String name) {
        Planned planned = Planned.of("""
                dockers:
                  - image_templates: ["NAME:{{ version }}-amd64"]
                docker_manifests:
                  - name_template: "alpine:{{ version }}"
                    image_templates: ["docker.io/library/alpine:{{ version }}-amd64"]
                """.replace("NAME", name));

        assertThat(planned.said()).isEmpty();
        assertThat(planned.json().path("indexes")).hasSize(1);
    }

    @Test
    void aNameWithoutATagMeansLatest() {
        Planned planned = planned("""
                  - image_templates: [acme/a, "acme/a:latest", "localhost:5000/a"]
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(texts(planned.image(0).path("references")))
                .containsExactly("acme/a:latest", "localhost:5000/a:latest");
    }

    @Test
    void aTagMayBeUpperCaseAndARepositoryMayNot() {
        assertThat(planned("  - image_templates: ['ghcr.io/acme/a:RC-{{ version }}']\n")
                        .said())
                .isEmpty();
        assertThat(planned("  - image_templates: ['ghcr.io/Acme/a:1.2.3']\n").said())
                .containsExactly("9:24: 'ghcr.io/Acme/a:1.2.3' is not an image reference:"
                        + " its repository 'Acme/a' must be lower case (write ghcr.io/acme/a:1.2.3)");
        assertThat(planned("  - image_templates: ['ghcr.io/{{ title .ProjectName }}/a:1.2.3']\n")
                        .said())
                .containsExactly("9:24: 'ghcr.io/Project/a:1.2.3' is not an image reference:"
                        + " its repository 'Project/a' must be lower case"
                        + " (convert it: {{ tolower .Env.NAME }})");
    }

    @Test
    void aFirstPartInUpperCaseIsAHostAsInDocker() {
        assertThat(planned("  - image_templates: ['Acme/a:1.2.3']\n").said())
                .containsExactly("9:24: warning: 'Acme' in Acme/a:1.2.3 is read as a registry, because it is not lower"
                        + " case (names at Docker Hub are lower case; convert them with tolower)");
    }

    @Test
    void aNameWithADigestCannotBePublished() {
        assertThat(planned("  - image_templates: ['acme/a@sha256:" + "ab".repeat(32) + "']\n")
                        .said())
                .singleElement()
                .asString()
                .contains("contains a digest, under which nothing can be published");
    }

    @Test
    void aPrereleaseThatIsNotPushedHasNoIndexToLookUpChildrenFor() {
        Planned planned = Planned.goReleaser("""
                dockers:
                  - image_templates: ["acme/a:{{ version }}-amd64"]
                    skip_push: auto
                docker_manifests:
                  - name_template: "acme/a:{{ version }}"
                    image_templates: ["acme/a:{{ version }}-amd64", "acme/a:{{ version }}-nobody"]
                    skip_push: "{{ if .IsSnapshot }}auto{{ else }} true {{ end }}"
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(planned.json().path("indexes")).isEmpty();
    }

    @Test
    void twoEntriesThatMakeTheSameImageAreAWarningAndOneImage() {
        Planned planned = Planned.of("""
                dockers:
                  - id: one
                    image_templates: ["acme/a:{{ version }}", "acme/a:latest"]
                    build_flag_templates: ["--secret=id=npm,env=NPM"]
                    extra_files: [a]
                  - id: two
                    image_templates: ["docker.io/acme/a:{{ .Version }}"]
                    build_flag_templates: ["--secret=id=npm,env=NPM"]
                    extra_files: [a]
                """);

        assertThat(planned.said())
                .containsExactly(
                        "7:24: warning: the image docker.io/acme/a:1.2.3 is named twice," + " with the same content");
        assertThat(planned.json().path("images")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"extra_files: [b]", "target: x", "build_args: {A: b}", "skip_push: true", "dockerfile: Other"})
    void twoEntriesThatDifferAndShareATagAreAnError(String difference) {
        assertThat(Planned.of("""
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                  - image_templates: ["acme/a:{{ version }}"]
                    DIFFERENCE
                """.replace("DIFFERENCE", difference)).said())
                .containsExactly(
                        "3:24: two images have the name acme/a:1.2.3: project linux/amd64 and project linux/amd64"
                                + " (give them different tags)");
    }

    @Test
    void aBuildArgumentThatIsCalledLikeASecretIsAWarning() {
        assertThat(Planned.checked("""
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    build_args: {NPM_TOKEN: "{{ .Env.NPM }}", PLAIN: x}
                    build_flag_templates: ["--build-arg=ACCESS_TOKEN={{ .Env.ACCESS }}", --build-arg, DB_PASSWORD]
                """).said())
                .extracting(said -> said.replaceFirst(",.*", ""))
                .containsExactlyElementsOf(List.of(
                        "3:18: warning: the build argument NPM_TOKEN has the name of a secret",
                        "4:29: warning: the build argument ACCESS_TOKEN has the name of a secret",
                        "4:87: warning: the build argument DB_PASSWORD has the name of a secret"));
    }

    /** A project's key, or the name of one, is no secret: only what looks as if a machine made it up is. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "build_args: {API_KEY: 8f14e45fceea167a5a36dedd4bea2543}             | API_KEY",
                "build_args: {DEPLOY_KEY: 'AbC1dEf2GhI3jKl4MnO5'}                    | DEPLOY_KEY",
                "build_flag_templates: [--build-arg=API_KEY=c9f0f895fb98ab9159f51fd0] | API_KEY",
                "build_flag_templates: [--build-arg=SONAR_PROJECT_KEY=acme_hello]    |",
                "build_flag_templates: [--build-arg, API_KEY]                        |",
                "build_args: {KEYBOARD: de, API_KEY: public}                         |",
            },
            quoteCharacter = '`')
    void aBuildArgumentThatIsCalledAKeyIsAWarningWhereItsValueLooksRandom(String key, String name) {
        List<String> said = Planned.of("dockers: [{image_templates: [acme/a:1.2.3], " + key + "}]\n")
                .said();

        assertThat(said).hasSize(name == null ? 0 : 1);
        assertThat(said).allMatch(text -> text.contains("the build argument " + name + " has the name of a secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{image_templates: []}", "{goarch: arm64, ids: [nothing], image_templates:}"})
    void anEntryWithoutNamesIsLeftOut(String entry) {
        Planned planned = planned("  - " + entry + "\n  - {image_templates: [acme/a:1]}\n");

        assertThat(planned.said())
                .containsExactly("9:5: warning: the entry is left out: image_templates is empty"
                        + " (give the image at least one name)");
        assertThat(planned.json().path("images")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image_templates: [acme/a:1]         | 'name_template' is missing: the entry is left out",
                "name_template:                      | 'name_template' is missing: the entry is left out",
                "name_template: acme/b:1             | acme/b:1 is left out: image_templates is empty",
                "{name_template: a/b, image_templates: []} | a/b:latest is left out: image_templates is empty",
            },
            quoteCharacter = '`')
    void anIndexWithoutNameOrImagesIsLeftOut(String entry, String said) {
        String manifests = "docker_manifests:\n  - " + entry + "\n";
        Planned planned = planned("  - {image_templates: [acme/a:1]}\n" + manifests);

        assertThat(planned.said()).singleElement().asString().startsWith("11:5: warning: " + said);
        assertThat(planned.json().path("indexes")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"version: 2", "builds: [{main: ./cmd}]", "kos: [{repositories: [ghcr.io/acme/a]}]"})
    void aFileWithoutImagesIsAWarning(String yaml) {
        Planned planned = Planned.goReleaser(yaml + "\n");

        assertThat(planned.said())
                .contains("1:1: warning: nothing to release: there is no entry of dockers"
                        + " (add an entry of dockers; without one, release refuses this file)");
        assertThat(planned.problems().hasErrors()).isFalse();
        assertThat(planned.json().path("images")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/app{{ .Version }}",
                "acme/app/{{ .Tag }}",
                "ghcr.io/acme/app-{{ .RawVersion }}-x:latest",
                "acme/{{ .ShortCommit }}/app:{{ .Version }}",
            })
    void aRepositoryForEachVersionIsAWarning(String name) {
        String warning = "warning: '" + name + "' gives a new repository for each version"
                + " (put the version into the tag, after a colon)";

        assertThat(Planned.of("dockers: [{image_templates: [\"" + name + "\"]}]\n")
                        .said())
                .containsExactly("1:31: " + warning);
        assertThat(Planned.of("dockers_v2: [{images: [\""
                                + name.replace(":latest", "").replace(":{{ .Version }}", "")
                                + "\"], platforms: [linux/amd64]}]\n")
                        .said())
                .singleElement()
                .asString()
                .startsWith("1:25: warning: '");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"acme/app1.2.3", "acme/app{{ .Major }}:1", "acme/app:{{ .Version }}", "acme/{{ .ProjectName }}"})
    void aRepositoryForAllVersionsIsNone(String name) {
        assertThat(Planned.of("{project_name: x11.2.30, dockers: [{image_templates: [\"" + name + "\"]}]}\n")
                        .said())
                .isEmpty();
    }

    @Test
    void programsThatWereBuiltBeforeMayBeCalledByAnyLevel() {
        Planned planned = Planned.goReleaser("""
                builds:
                  - builder: prebuilt
                    goos: [linux, windows]
                    goarch: [amd64, arm64, "386", riscv64, ppc64le, mips, arm]
                    ignore: [{goos: windows, goarch: arm}]
                    prebuilt:
                      path: "o/{{ .Os }}_{{ .Arch }}_{{ .Amd64 }}{{ .Arm }}{{ .Arm64 }}{{ .I386 }}{{ .Mips }}{{ .Ppc64 }}{{ .Riscv64 }}/x{{ .Ext }}"
                dockers: [{image_templates: [acme/a:1]}]
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(planned.json().path("builds"))
                .extracting(program -> program.path("file").asText())
                .startsWith(
                        "o/linux_amd64_v1/x",
                        "o/linux_arm64_v8.0/x",
                        "o/linux_386_sse2/x",
                        "o/linux_riscv64_rva20u64/x",
                        "o/linux_ppc64le_power8/x",
                        "o/linux_mips_hardfloat/x",
                        "o/linux_arm_6/x",
                        "o/windows_amd64_v1/x.exe");
    }
}
