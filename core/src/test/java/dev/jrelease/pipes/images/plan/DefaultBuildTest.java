package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that leave builds to GoReleaser's defaults, and builds that are skipped. */
class DefaultBuildTest {
    private static final String IMAGE = "dockers: [{image_templates: [\"acme/a:{{ version }}\"], ";

    @ParameterizedTest
    @CsvSource({
        "goarch: arm, linux/arm/v6",
        "'goarch: arm, goarm: 7', linux/arm/v7",
        "goarch: ppc64le, linux/ppc64le",
        "'ids: [project], goarch: riscv64', linux/riscv64"
    })
    void goReleaserBuildsForAFewPlatformsByItself(String keys, String platform) {
        assertThat(Planned.goReleaser(IMAGE + keys + "}]\n").said())
                .filteredOn(said -> said.contains("for " + platform))
                .singleElement()
                .asString()
                .contains("warning: GoReleaser builds no program by itself for " + platform);
    }

    @ParameterizedTest
    @ValueSource(strings = {"goarch: amd64", "goarch: arm64", "goarch: 386", "goos: windows"})
    void itsOwnPlatformsAreNoWarning(String keys) {
        assertThat(Planned.goReleaser(IMAGE + keys + "}]\n").said()).noneMatch(said -> said.contains("by itself for"));
        assertThat(Planned.of(IMAGE + "goarch: arm}]\n").said()).noneMatch(said -> said.contains("by itself"));
    }

    @Test
    void severalPlatformsAreToldOneByOne() {
        Planned planned = Planned.goReleaser("""
                dockers_v2:
                  - images: [acme/a]
                    tags: ["{{ .Version }}"]
                    platforms: [linux/amd64, linux/arm64, linux/arm/v7, linux/s390x]
                """);

        assertThat(planned.said())
                .containsExactly(
                        "2:5: warning: GoReleaser builds no program by itself for linux/arm/v7",
                        "2:5: warning: GoReleaser builds no program by itself for linux/s390x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"skip: true", "skip: 'true', builder: prebuilt", "skip: '{{ eq .Version `1.2.3` }}'"})
    void whatASkippedBuildWouldMakeDoesNotCount(String skip) {
        String builds = "builds: [{id: a, goarch: [amd64]}, {id: b, goarch: [arm64], " + skip + "}]\n";

        assertThat(Planned.goReleaser(builds + IMAGE + "goarch: arm64}]\n").said())
                .anyMatch(said -> said.contains("no entry of builds has a program for linux/arm64"));
        assertThat(Planned.goReleaser(builds + IMAGE + "goarch: amd64}]\n").said())
                .noneMatch(said -> said.contains("has a program for"));
    }

    @Test
    void anImageOfASkippedBuildIsLeftOut() {
        String file = "builds: [{id: a, skip: true}]\n" + IMAGE + "ids: [a]}]\n";

        Planned planned = Planned.goReleaser(file);
        assertThat(planned.json().path("images")).isEmpty();
        assertThat(planned.said())
                .contains("2:61: warning: the entry is left out, as by GoReleaser: ids names a, a build that is"
                        + " skipped (use the id of an entry of builds that makes programs)");
        assertThat(Planned.of(file).said())
                .contains("2:61: ids: the build a is skipped, and makes no program (leave it out, or let it be built)");
    }

    @Test
    void aFileThatSkipsAllBuildsMakesImagesOfOtherFiles() {
        Planned planned = Planned.goReleaser("builds: [{skip: true}]\n" + IMAGE + "goarch: arm}]\n");

        assertThat(planned.said()).isEqualTo(List.of());
        assertThat(planned.json().path("images")).hasSize(1);
        assertThat(planned.json().path("builds").get(0).path("skipped").asBoolean())
                .isTrue();
    }

    @Test
    void aBuildThatIsPerhapsSkippedMayMakeEveryProgram() {
        assertThat(Planned.checkedOfGoReleaser(
                                "builds: [{goarch: [amd64], skip: '{{ .Env.SKIP }}'}]\n" + IMAGE + "goarch: arm64}]\n")
                        .said())
                .noneMatch(said -> said.contains("has a program for"));
    }
}
