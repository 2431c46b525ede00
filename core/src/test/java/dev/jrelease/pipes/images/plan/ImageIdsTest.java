package dev.jrelease.pipes.images.plan;

import static dev.jrelease.pipes.images.plan.Planned.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.pipeline.PlannedTasks;
import dev.jrelease.pipes.images.Checkout;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ids} of an image may name: entries of {@code builds}, and what GoReleaser has beside them. */
class ImageIdsTest {
    private static Planned goReleaser(String sections, String ids) {
        return Planned.goReleaser(sections + """
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    ids: IDS
                """.replace("IDS", ids));
    }

    private static Planned checked(String sections, String ids) {
        return Planned.checkedOfGoReleaser(sections + """
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    ids: IDS
                """.replace("IDS", ids));
    }

    private static List<String> ofIds(Planned planned) {
        return planned.said().stream().filter(said -> said.contains("ids")).toList();
    }

    @Test
    void programsThatAreNotBuiltHereCanBePlanned() {
        Planned planned = goReleaser("builds: [{id: a}, {main: ./b}]\n", "[a, project]");

        assertThat(ofIds(planned)).isEmpty();
        assertThat(planned.json().path("images")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nfpms: [{id: deb}]\n", "nfpms: [{formats: [deb], id: deb, contents: [{src: a}]}]\n"})
    void packagesCanBePlannedAndNotReleased(String nfpms) {
        Planned planned = goReleaser("builds: [{id: a}]\n" + nfpms, "[a, deb]");

        assertThat(ofIds(planned))
                .containsExactly("5:14: warning: ids: deb is a package of nfpms, which jrelease does not make"
                        + " (this can be planned, but not released)");
        assertThat(PlannedTasks.of(planned.plan(), ImageTask.class)
                        .getFirst()
                        .recipe()
                        .unmade())
                .containsExactly("deb");
    }

    @Test
    void aPackageWithoutAnIdIsCalledDefault() {
        assertThat(ofIds(goReleaser("builds: [{id: a}]\nnfpms: [{formats: [deb]}]\n", "[default]")))
                .singleElement()
                .asString()
                .contains("ids: default is a package of nfpms");
    }

    @Test
    void withoutBuildsGoReleaserBuildsTheProject() {
        assertThat(goReleaser("", "[project]").said())
                .containsExactly("3:11: warning: ids: project is the program that GoReleaser builds by itself,"
                        + " which jrelease does not make (this can be planned, but not released)");
        assertThat(Planned.of("""
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    ids: [project]
                """).said())
                .containsExactly("3:11: ids: no entry of builds is called project (there is no builds section)");
    }

    @Test
    void anEntryThatNamesArchivesIsLeftOutAsByGoReleaser() {
        String sections = "builds: [{id: a}]\narchives: [{id: zip, format: zip}]\n";
        Planned planned = goReleaser(sections, "[a, zip]");

        assertThat(ofIds(planned))
                .containsExactly("5:14: warning: the entry is left out, as by GoReleaser: ids names zip,"
                        + " an entry of archives (use the id of an entry of builds)");
        assertThat(planned.json().path("images")).isEmpty();
        assertThat(ofIds(Planned.of(sections + """
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    ids: [a, zip]
                """)))
                .containsExactly("5:14: ids: no entry of builds is called zip"
                        + " (zip is an entry of archives, and those never go into images)");
    }

    @Test
    void anIdThatNothingHasIsAnErrorInEveryFile() {
        assertThat(ofIds(goReleaser("builds: [{id: hello}]\n", "[helo]")))
                .containsExactly("4:11: ids: no entry of builds is called helo (did you mean hello?)");
    }

    @Test
    void aBuildMayHaveTheNameOfAnArchive() {
        Planned planned = goReleaser("""
                builds: [{id: a, builder: prebuilt, goos: [linux], goarch: [amd64], prebuilt: {path: out/a}}]
                archives: [{id: a}]
                """, "[a]");

        assertThat(ofIds(planned)).isEmpty();
        assertThat(texts(planned.image(0).path("binaries"))).containsExactly("out/a");
    }

    @Test
    void aCheckThatDoesNotKnowTheProjectTakesAnIdThatNothingElseHasForItsName() {
        String unnamed = "builds: [{id: hello}, {main: ./b}]\n";

        assertThat(ofIds(checked(unnamed, "[hello, dive]"))).isEmpty();
        assertThat(ofIds(checked(unnamed, "[helo]")))
                .containsExactly("4:11: ids: no entry of builds is called helo (did you mean hello?)");
        assertThat(ofIds(checked("project_name: acme\n" + unnamed, "[dive]")))
                .containsExactly("5:11: ids: no entry of builds is called dive (the ids are hello, acme)");
        assertThat(ofIds(checked("builds: [{id: hello}]\n", "[dive]")))
                .containsExactly("4:11: ids: no entry of builds is called dive (the ids are hello)");
    }

    @Test
    void withoutBuildsAnyIdMayBeTheProjectInACheckOfAFileOfGoReleasers() {
        assertThat(checked("", "[dive]").said())
                .containsExactly("3:11: warning: ids: dive is the program that GoReleaser builds by itself,"
                        + " which jrelease does not make (this can be planned, but not released)");
        assertThat(ofIds(checked("project_name: acme\n", "[dive]")))
                .containsExactly("4:11: ids: no entry of builds is called dive (there is no builds section)");
    }

    @Test
    void programsOfTheProjectGoIntoAnImageThatNamesItInACheck() {
        Planned planned = Planned.checked("""
                builds:
                  - {builder: prebuilt, goos: [linux], goarch: [amd64], prebuilt: {path: out/a}}
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    ids: [dive]
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(texts(planned.image(0).path("binaries"))).containsExactly("out/a");
    }

    private static Planned programsOfOnePlatformEach(String entry) {
        return Planned.of("""
                builds:
                  - {id: x86, builder: prebuilt, goos: [linux], goarch: [amd64], prebuilt: {path: out/x86/a}}
                  - {id: arm, builder: prebuilt, goos: [linux], goarch: [arm64], prebuilt: {path: out/arm/a}}
                """ + entry);
    }

    @Test
    void everyImageOfAnEntryGetsTheProgramsOfItsPlatform() {
        Planned separate = programsOfOnePlatformEach("""
                dockers:
                  - {ids: [x86, arm], platforms: [linux/amd64, linux/arm64], image_templates: ["acme/a:{{ arch }}"]}
                """);
        Planned together = programsOfOnePlatformEach("""
                dockers_v2:
                  - {ids: [x86, arm], platforms: [linux/amd64, linux/arm64], images: [acme/a], tags: [latest]}
                """);

        assertThat(separate.said()).isEmpty();
        assertThat(texts(separate.image(0).path("binaries"))).containsExactly("out/x86/a");
        assertThat(texts(separate.image(1).path("binaries"))).containsExactly("out/arm/a");
        assertThat(together.said()).isEmpty();
        assertThat(texts(together.image(0).path("binaries"))).containsExactly("out/x86/a", "out/arm/a");
    }

    @Test
    void anIdAddsSomethingAndEveryPlatformHasSomething() {
        assertThat(programsOfOnePlatformEach("""
                dockers:
                  - {ids: [x86, arm], goarch: arm64, image_templates: ["acme/a:arm64"]}
                  - {ids: [x86, arm], platforms: [linux/arm64, linux/s390x], image_templates: ["acme/b:{{ arch }}"]}
                """).said())
                .containsExactly(
                        "5:12: builds entry x86 has no program for linux/arm64",
                        "6:12: builds entry x86 has no program for linux/arm64",
                        "6:12: builds entry x86 has no program for linux/s390x",
                        "6:17: builds entry arm has no program for linux/s390x");
    }

    @Test
    void aPlanKnowsTheProjectAndTakesNothingForItsName(@TempDir Path folder) throws InterruptedException {
        assertThat(Checkout.in(folder).said("""
                builds:
                  - {builder: prebuilt, goos: [linux], goarch: [amd64], prebuilt: {path: out/a}}
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    ids: [dive]
                """))
                .singleElement()
                .asString()
                .startsWith("5:11: ids: no entry of builds is called dive");
    }
}
