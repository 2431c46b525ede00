package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A Dockerfile that copies what is not in its context: the message says how it gets there, and that works. */
class MissingSourceTest {
    private static final String NAMES = "    image_templates: [\"acme/hello:{{ version }}\"]\n";
    private static final String ENTRY = "dockers:\n  - dockerfile: Dockerfile\n" + NAMES;
    private static final String WITH_FILES =
            "dockers:\n  - dockerfile: Dockerfile\n    extra_files: [conf/a.toml]\n" + NAMES;
    private static final String ENTRY_V2 = """
            builds:
              - {builder: prebuilt, binary: hello, goos: [linux], goarch: [amd64], prebuilt: {path: bin/amd64/hello}}
            dockers_v2:
              - images: [acme/hello]
                tags: ["{{ .Version }}"]
                platforms: [linux/amd64]
            """;

    private final Bench bench;

    MissingSourceTest(@TempDir Path folder) throws InterruptedException {
        bench = Bench.hello(folder);
        bench.workspace().write("app", "#!/bin/sh\n");
        bench.workspace().write("docker/entry.sh", "#!/bin/sh\n");
        bench.workspace().write("conf/a.toml", "a = 1\n");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        ENTRY,
                        "COPY app /app",
                        "Dockerfile:2:6: COPY needs app, which is not in the build context",
                        "add extra_files: [app] to the entry in .release.yaml:2:5",
                        ENTRY + "    extra_files: [app]\n",
                        "COPY app /app"),
                Arguments.of(
                        WITH_FILES,
                        "COPY conf/a.toml app /",
                        "Dockerfile:2:18: COPY needs app, which is not in the build context",
                        "add app to extra_files in .release.yaml:3:19",
                        WITH_FILES.replace("[conf/a.toml]", "[conf/a.toml, app]"),
                        "COPY conf/a.toml app /"),
                Arguments.of(
                        ENTRY,
                        "COPY docker/ /docker",
                        "Dockerfile:2:6: COPY needs docker, which is not in the build context",
                        "add extra_files: [docker/] to the entry in .release.yaml:2:5",
                        ENTRY + "    extra_files: [docker/]\n",
                        "COPY docker/ /docker"),
                Arguments.of(
                        ENTRY,
                        "ENV DIR=.\nCOPY $DIR/entry.sh /",
                        "Dockerfile:3:6: COPY needs entry.sh, which is not in the build context",
                        "add extra_files: [{src: docker/entry.sh, dst: entry.sh}] to the entry in .release.yaml:2:5",
                        ENTRY + "    extra_files: [{src: docker/entry.sh, dst: entry.sh}]\n",
                        "ENV DIR=.\nCOPY $DIR/entry.sh /"),
                Arguments.of(
                        WITH_FILES,
                        "COPY a.toml /",
                        "Dockerfile:2:6: COPY needs a.toml, which is not in the build context",
                        "the context has it as conf/a.toml: use that path in the Dockerfile",
                        WITH_FILES,
                        "COPY conf/a.toml /"),
                Arguments.of(
                        ENTRY_V2,
                        "COPY hello /",
                        "Dockerfile:2:6: COPY needs hello, which is not in the build context",
                        "each platform has a folder of programs: write ARG TARGETPLATFORM before this line, and use"
                                + " $TARGETPLATFORM/hello",
                        ENTRY_V2,
                        "ARG TARGETPLATFORM\nCOPY $TARGETPLATFORM/hello /"),
                Arguments.of(
                        WITH_FILES,
                        "COPY conf/b.toml /",
                        "Dockerfile:2:6: COPY needs conf/b.toml, which is not in the build context",
                        "did you mean conf/a.toml?",
                        WITH_FILES,
                        "COPY conf/a.toml /"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void theHintWorks(String yaml, String copy, String problem, String hint, String mended, String mendedCopy)
            throws InterruptedException {
        Outcome refused = snapshot(yaml, copy);

        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.err()).startsWith(problem).contains("\n  hint: " + hint + "\n");
        Outcome followed = snapshot(mended, mendedCopy);
        assertThat(followed.toString()).startsWith("exit code 0\n");
    }

    /** What another frontend makes of a Dockerfile is not known before the build. */
    @Test
    void theBuildSaysTheSame() throws InterruptedException {
        bench.workspace().write("Dockerfile", "# syntax=acme/frontend\nFROM scratch\nCOPY app /app\n");
        bench.configured(ENTRY);

        assertThat(bench.jrelease().run("release", "--snapshot", "--clean").err())
                .contains("Dockerfile:3:6: COPY needs app");
    }

    /** Only the build knows whether a pattern needs a folder: one that matches nothing copies nothing. */
    @ParameterizedTest
    @CsvSource({"COPY docker/*.sh /x/, 6", "COPY app ./docker/*.sh /x/, 10"})
    void theBuildNamesTheMissingFolderOfAPattern(String copy, int column) throws InterruptedException {
        String withApp = ENTRY + "    extra_files: [app]\n";

        assertThat(snapshot(withApp, copy).err())
                .contains("Dockerfile:2:" + column + ": COPY needs docker, which is not in the build context")
                .contains("\n  hint: add docker/ to extra_files in .release.yaml:4:19\n");
        assertThat(snapshot(withApp.replace("[app]", "[app, docker/]"), copy).toString())
                .startsWith("exit code 0\n");
    }

    /** Newer engines build the image without the files. */
    @ParameterizedTest
    @CsvSource({
        "COPY conf/*.yaml c?nf/b.* /x/, conf/*.yaml c?nf/b.*, the context contains Dockerfile",
        "COPY docker/*.sh app* /x/, docker/*.sh app*, add 'docker/*.sh' to extra_files in .release.yaml:4:19",
        "'COPY [\"ap?\", \"/x/\"]', ap?, add 'ap?' to extra_files in .release.yaml:4:19"
    })
    void patternsThatMatchNothingAreAWarning(String copy, String patterns, String hint) throws InterruptedException {
        String withFiles = ENTRY + "    extra_files: [conf/a.toml]\n";

        assertThat(snapshot(withFiles, copy).err())
                .contains("COPY " + patterns + " copies nothing, as nothing in the build context matches: " + hint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY docker/*.sh /x/",
                "COPY conf/*.toml b* /x/",
                "COPY con? /x/",
                "COPY app conf/*.yaml /x/",
                "COPY conf/[b]* /x/"
            })
    void patternsThatMatchOrAreNotAloneAreNone(String copy) throws InterruptedException {
        assertThat(snapshot(ENTRY + "    extra_files: [app, conf/a.toml, 'docker/*.sh']\n", copy)
                        .err())
                .doesNotContain("copies nothing");
    }

    @Test
    void namesNoProgramOfAnotherPlatform() throws InterruptedException {
        String armToo = ENTRY_V2.replace("[linux/amd64]", "[linux/amd64, linux/arm/v7]");

        assertThat(snapshot(armToo, "ARG TARGETPLATFORM\nCOPY $TARGETPLATFORM/hello /")
                        .err())
                .contains("COPY needs linux/arm/v7/hello")
                .contains("hint: the context contains Dockerfile, linux/amd64/hello")
                .doesNotContain("use that path");
    }

    @Test
    void listsWhatThereIsForANameThatNothingHas() throws InterruptedException {
        assertThat(snapshot(WITH_FILES, "COPY unknown /").err()).isEqualTo("""
                Dockerfile:2:6: COPY needs unknown, which is not in the build context. The context contains only the files of extra_files, templated_extra_files and ids
                  2 | COPY unknown /
                    |      ^
                  hint: the context contains Dockerfile, conf/a.toml
                jrelease: could not follow the configuration: it has an error
                """);
    }

    private Outcome snapshot(String yaml, String copy) throws InterruptedException {
        bench.workspace().write("Dockerfile", "FROM scratch\n" + copy + "\n");
        bench.configured(yaml);
        return bench.jrelease().run("release", "--snapshot", "--clean");
    }
}
