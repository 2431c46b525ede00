package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images for platforms that {@code builds} names no programs for, where Go's builder would make them. */
class BuiltPlatformsTest {
    private static String file(String build, String image) {
        return "builds: [{id: app, " + build + "}]\ndockers: [{ids: [app], image_templates: [a/b:1.2.3], " + image
                + "}]\n";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "goarch: [amd64]                                   | goarch: arm64            | linux/arm64",
                "goos: [darwin]                                    | goarch: amd64            | linux/amd64",
                "goarch: [arm], goarm: [6]                         | goarch: arm, goarm: 7    | linux/arm/v7",
                "goarch: [arm]                                     | goarch: arm, goarm: 7    | linux/arm/v7",
                "goamd64: [v1]                                     | goamd64: v3              | linux/amd64/v3",
                "ignore: [{goos: linux, goarch: arm64}]            | goarch: arm64            | linux/arm64",
                "ignore: [{goarch: arm64}], builder: go            | goarch: arm64            | linux/arm64",
                "main: ./app                                       | goarch: arm              | linux/arm/v6",
                "targets: [linux_amd64]                            | goarch: arm64            | linux/arm64",
                "targets: [linux_arm_6], goarch: [arm], goarm: [7] | goarch: arm, goarm: 7    | linux/arm/v7",
                "targets: [go_first_class]                         | goarch: s390x            | linux/s390x",
            })
    void isAnErrorAndInAFileOfGoReleasersAWarning(String build, String image, String platform) {
        String message = "2:18: %sbuilds entry app has no program for " + platform;

        Planned own = Planned.of(file(build, image));
        Planned goReleaser = Planned.goReleaser(file(build, image));

        assertThat(own.said()).contains(message.formatted(""));
        assertThat(own.problems().hasErrors()).isTrue();
        assertThat(goReleaser.said()).contains(message.formatted("warning: "));
        assertThat(goReleaser.problems().hasErrors()).isFalse();
        assertThat(goReleaser.json().path("images")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "main: ./app                                                | goarch: arm64",
                "main: ./app                                                | goarch: 386",
                "goarch: arm64                                              | goarch: arm64",
                "goarch: [arm], goarm: [6, 7]                               | goarch: arm, goarm: 7",
                "goarch: [arm]                                              | goarch: arm",
                "goamd64: [v3]                                              | goamd64: v3",
                "goarch: [arm], goarm: [6, 7], ignore: [{goarm: 6}]         | goarch: arm, goarm: 7",
                "targets: [linux_amd64_v1, linux_arm64_v8.0]                | goarch: arm64",
                "targets: [linux_amd64], ignore: [{goarch: amd64}]          | goarch: amd64",
                "targets: [go_118_first_class]                              | goarch: arm",
                "targets: ['{{ .Env.TARGETS }}']                            | goarch: s390x",
                "targets: [nothing]                                         | goarch: s390x",
                "goos: ['{{ .Env.OS }}']                                    | goarch: s390x",
                "builder: rust, targets: [aarch64-unknown-linux-gnu]        | goarch: arm64",
                "builder: zig, goarch: [amd64]                              | goarch: arm64",
            })
    void isNotSaidOfPlatformsThatThereMayBeProgramsFor(String build, String image) {
        assertThat(Planned.of(file(build, image)).said()).noneMatch(said -> said.contains("has no program for"));
    }

    @Test
    void isSaidOfPlatformsOfOneContext() {
        String file = """
                builds: [{id: app, goos: [linux], goarch: [amd64]}]
                dockers_v2: [{ids: [app], images: [a/b], tags: [v1], platforms: [linux/amd64, linux/arm64]}]
                """;

        assertThat(Planned.of(file).said()).contains("2:21: builds entry app has no program for linux/arm64");
        assertThat(Planned.goReleaser(file).said())
                .contains("2:21: warning: builds entry app has no program for linux/arm64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "builds: [{goarch: [amd64]}, {id: other, goarch: [arm]}]\n",
                "builds: [{builder: prebuilt, goos: [linux], goarch: [amd64], prebuilt: {path: out/a}}]\n",
                "builds: [{builder: prebuilt, targets: [linux_amd64], prebuilt: {path: out/a}}]\n",
            })
    void isAWarningWhereTheImageNamesNoPrograms(String builds) {
        Planned planned = Planned.of(builds + "dockers: [{goarch: arm64, image_templates: [a/b:1.2.3]}]\n");

        assertThat(planned.said()).contains("2:11: warning: no entry of builds has a program for linux/arm64");
        assertThat(planned.problems().hasErrors()).isFalse();
    }

    @Test
    void aTargetThatIsNoneIsAnErrorWhereTheProgramsAreTaken() {
        assertThat(Planned.of("""
                builds: [{builder: prebuilt, targets: [amd64, linux_amd46], prebuilt: {path: out/a}}]
                dockers: [{image_templates: [a/b:1.2.3]}]
                """).said())
                .containsExactly(
                        "1:40: 'amd64' is not a known target (did you mean linux_amd64?)",
                        "1:47: 'linux_amd46' is not a known target (did you mean linux_amd64?)");
    }
}
