package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.ProjectConfig;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.SampleFacts;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipeline.PlannedFeatures;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipes.images.entry.ImageEntries;
import dev.jrelease.pipes.images.entry.ImageEntry;
import dev.jrelease.pipes.images.entry.ImagesConfig;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.BranchCheck;
import dev.jrelease.template.function.FileAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which image a Dockerfile is based on, and where templates may name it. */
class BaseImagesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM alpine                                              | alpine",
                "# FROM no;from --platform=linux/amd64  alpine:3 as x     | alpine:3",
                "FROM golang AS build;FROM build AS test;FROM debian      | debian",
                "FROM golang AS build;FROM build AS Test;FROM test        | golang",
                "ARG BASE=alpine;ARG TAG='3';FROM $BASE:${TAG}            | alpine:3",
                "ARG TAG;FROM alpine:${TAG:-edge}                         | alpine:edge",
                "FROM alpine AS one;ARG X=debian;FROM busybox:${X:-musl}  | busybox:musl",
                "FROM \\;  alpine                                         | alpine",
                "FROM alpine;COPY --from=golang /x /x                     | alpine",
            })
    void isThatOfTheLastStage(String dockerfile, String base) {
        assertThat(DockerfileBase.of(dockerfile.replace(";", "\n")))
                .map(DockerfileBase::name)
                .contains(base);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ARG TAG=1;FROM alpine:$TAG                                   |         | alpine:7",
                "ARG TAG;ARG NAME=alpine:$TAG;FROM $NAME                      |         | alpine:7",
                "FROM alpine:$TAG                                             |         | alpine:",
                "FROM one-${TARGETARCH}                                       |         | one-arm64",
                "FROM one AS build;FROM two AS image;FROM build               | image   | two",
                "FROM one AS build;FROM build AS Image;FROM three             | image   | one",
            })
    void isThatOfTheTargetWithTheArgumentsOfTheBuild(String dockerfile, String target, String base) {
        assertThat(DockerfileBase.of(
                        dockerfile.replace(";", "\n"),
                        target == null ? "" : target,
                        Map.of("TAG", "7"),
                        Map.of("TARGETARCH", "arm64")))
                .map(DockerfileBase::name)
                .contains(base);
    }

    @Test
    void isForThePlatformThatIsAskedFor() {
        var builtIn = Map.of("BUILDPLATFORM", "linux/amd64");

        assertThat(DockerfileBase.of("FROM --platform=$BUILDPLATFORM alpine", "", Map.of(), builtIn))
                .contains(new DockerfileBase("alpine", "linux/amd64"));
        assertThat(DockerfileBase.of("FROM --platform=linux/arm64 alpine AS x\nFROM x", "", Map.of(), builtIn))
                .contains(new DockerfileBase("alpine", "linux/arm64"));
        assertThat(DockerfileBase.of("FROM alpine", "", Map.of(), builtIn)).contains(new DockerfileBase("alpine", ""));
    }

    @ParameterizedTest
    @CsvSource({"FROM scratch", "RUN true", "ARG X", "FROM alpine AS x;FROM SCRATCH"})
    void mayBeNone(String dockerfile) {
        assertThat(DockerfileBase.of(dockerfile.replace(";", "\n"))).isEmpty();
    }

    @Test
    void hasADigestWhereItIsPinned() {
        String digest = "sha256:" + "ab".repeat(32);

        assertThat(DockerfileBase.of("FROM alpine:3@" + digest + " AS x"))
                .map(DockerfileBase::digest)
                .contains(digest);
        assertThat(DockerfileBase.of("FROM alpine:3"))
                .map(DockerfileBase::digest)
                .contains("");
    }

    @Test
    void isReadFromTheDockerfileOfTheEntryWhenATemplateAsks() {
        assertThat(rendered(".release.yaml", "FROM alpine@sha256:" + "ab".repeat(32)))
                .containsExactly("alpine@sha256:" + "ab".repeat(32) + " is sha256:" + "ab".repeat(32));
        assertThat(rendered(".release.yaml", "FROM scratch")).containsExactly(" is ");
    }

    @Test
    void whatIsNotKnownOfItIsTold() {
        assertThat(rendered(".release.yaml", "FROM alpine"))
                .containsExactly(
                        "alpine is ",
                        ".release.yaml:2:17: the digest of the base image alpine is unknown: a plan sends no requests"
                                + " to registries (pin it in the Dockerfile: FROM alpine@sha256:…)");
        assertThat(rendered(".goreleaser.yaml", "FROM alpine"))
                .element(1)
                .asString()
                .startsWith(".goreleaser.yaml:2:17: warning: ");
        assertThat(rendered(".release.yaml", ""))
                .containsExactly(
                        " is ",
                        ".release.yaml:2:17: the base image is unknown: cannot read docker/amd64:"
                                + " there is no such file (templates that use it give an empty text)");
    }

    @Test
    void isThatOfTheFilledInTemplateBesideADockerfile() {
        String keys = "dockerfile: other\n    templated_dockerfile: docker/{{ .Arch }}";

        assertThat(rendered(".goreleaser.yaml", keys, "FROM alpine:{{ .Tag }}@sha256:" + "ab".repeat(32)))
                .element(0)
                .asString()
                .startsWith("alpine:v1@sha256:");
        assertThat(rendered(".release.yaml", keys.replace("dockerfile: other\n    ", ""), "FROM scratch"))
                .containsExactly(" is ");
    }

    @Test
    void aTemplateOfADockerfileDoesNotKnowTheImageThatItIsBasedOn() {
        assertThat(rendered(
                        ".release.yaml",
                        "templated_dockerfile: docker/{{ .Arch }}",
                        "FROM alpine@sha256:" + "ab".repeat(32) + "\nLABEL base={{ .BaseImage }}"))
                .containsExactly("alpine@sha256:" + "ab".repeat(32) + " is sha256:" + "ab".repeat(32));
    }

    @Test
    void aTemplateThatIsNotThereIsTold() {
        assertThat(rendered(".release.yaml", "templated_dockerfile: docker/{{ .Arch }}", ""))
                .containsExactly(" is ", ".release.yaml:2:27: there is no file docker/amd64 (create the template)");
    }

    private static List<String> rendered(String name, String dockerfile) {
        return rendered(name, "dockerfile: docker/{{ .Arch }}", dockerfile);
    }

    /** What the names say of an entry with these keys where this is the Dockerfile, and the problems. */
    private static List<String> rendered(String name, String keys, String dockerfile) {
        Problems problems = new Problems();
        ReleaseConfig config = ConfigLoader.load(
                ConfigFile.of(name, """
                        dockers_v2:
                          - KEYS
                            images: [acme/hello]
                        """.replace("KEYS", keys)),
                List.of(ProjectConfig.SECTION, ImagesConfig.SECTION),
                problems);
        Path folder = Path.of("/projects/acme");
        TemplateContext context =
                TemplateContext.of(Map.of("Tag", "v1", "Arch", "amd64")).withFiles(new OneFile(dockerfile));
        Planning planning = new Planning(
                SampleFacts.of(new Environment(Map.of(), folder, folder), Instant.EPOCH),
                ReleaseOptions.release(),
                config.project(),
                "hello",
                "1.2.3",
                context,
                Map.of(),
                config::isLenient,
                new PlannedFeatures(config),
                problems);
        ImageEntry entry = new ImageEntries(planning)
                .of(config.section(ImagesConfig.SECTION))
                .getFirst();
        TemplateContext added = new BaseImages(planning, new BranchCheck()).add(context, entry);
        String text = Template.parse("{{ .BaseImage }} is {{ .BaseImageDigest }}", entry.location(), problems)
                .render(added, problems);
        return Stream.concat(Stream.of(text), problems.list().stream().map(Problem::toString))
                .toList();
    }

    /** @param dockerfile empty if the layout does not contain it */
    private record OneFile(String dockerfile) implements FileAccess {
        @Override
        public byte[] read(String path) throws IOException {
            if (!path.equals("docker/amd64") || dockerfile.isEmpty()) {
                throw new NoSuchFileException(path);
            }
            return dockerfile.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String absolute(String path) {
            return path;
        }
    }

    @Test
    void isNotKnownWhereNoDockerfileIsOpened() {
        Planned planned = Planned.checked("""
                dockers_v2:
                  - images: [acme/hello]
                    dockerfile: not/there
                    labels: {base: "{{ .BaseImage }} {{ baseImageDigest }}"}
                    annotations: {base: "{{ .BaseImage }}"}
                """);

        assertThat(planned.said()).isEmpty();
        assertThat(planned.image(0).path("labels").path("base").asText())
                .isEqualTo("{{ .BaseImage }} {{ .BaseImageDigest }}");
        assertThat(planned.index(0).path("annotations").path("base").asText()).isEqualTo("{{ .BaseImage }}");
    }
}
