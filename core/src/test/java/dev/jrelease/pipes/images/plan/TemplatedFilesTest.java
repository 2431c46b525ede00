package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.context.RenderedFile;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipes.images.entry.TemplatedFileConfig;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.FileAccess;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatedFilesTest {
    private static final TemplateContext CONTEXT =
            TemplateContext.of(Map.of("Version", "1.2.3", "Arch", "arm64", "Matrix", Map.of("base", "alpine")));

    private final Problems problems = new Problems();
    private final Folder folder = new Folder();
    private final TemplatedFiles files = TemplatedFiles.in(folder, problems);

    /** Files by path, and how often each was read. */
    private static final class Folder implements FileAccess {
        private final Map<String, byte[]> contents = new HashMap<>();
        private int reads;

        @Override
        public byte[] read(String path) throws NoSuchFileException {
            reads++;
            byte[] content = contents.get(path);
            if (content == null) {
                throw new NoSuchFileException(path);
            }
            return content;
        }

        @Override
        public String absolute(String path) {
            return "/project/" + path;
        }
    }

    private void write(String path, String text) {
        folder.contents.put(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<RenderedFile> dockerfile(String path) {
        return files.dockerfile(Optional.of(literal(path, 4)), CONTEXT);
    }

    private static Template literal(String text, int line) {
        return Template.literal(text, new Location(".release.yaml", line, 10));
    }

    private List<RenderedFile> file(String mode) {
        var config = new TemplatedFileConfig(
                new Location(".release.yaml", 5, 7),
                literal("app.conf.tpl", 5),
                Template.parse("etc/{{ .Arch }}.conf", new Location(".release.yaml", 6, 10), problems),
                Optional.of(mode).filter(text -> !text.isEmpty()));
        return files.files(List.of(config), CONTEXT);
    }

    private List<String> said() {
        return problems.list().stream().map(Object::toString).toList();
    }

    @Test
    void aDockerfileIsFilledInAndHasItsUsualName() {
        write("docker/Dockerfile.tpl", "FROM {{ .Matrix.base }}\nLABEL v={{ version }}-{{ .Arch }}\n");

        RenderedFile filled = dockerfile("docker/Dockerfile.tpl").orElseThrow();

        assertThat(filled.content()).isEqualTo("FROM alpine\nLABEL v=1.2.3-arm64\n");
        assertThat(filled.dst()).isEqualTo("Dockerfile");
        assertThat(filled.src()).isEqualTo("docker/Dockerfile.tpl");
        assertThat(said()).isEmpty();
    }

    @Test
    void aMistakeInAFileIsToldAtItsOwnLine() {
        write("Dockerfile.tpl", "FROM scratch\nLABEL a=b {{ .Vesrion }}\nCMD {{ if }}\n");

        dockerfile("Dockerfile.tpl");

        assertThat(said()).isNotEmpty().allMatch(message -> message.startsWith("Dockerfile.tpl:3:"));
        write("Dockerfile.two", "FROM scratch\nLABEL a=b {{ .Vesrion }}\n");
        dockerfile("Dockerfile.two");
        assertThat(said()).last().asString().startsWith("Dockerfile.two:2:14: 'Vesrion' is not known here");
    }

    @Test
    void aNameIsLookedForInWhatIsNotWrittenToo() {
        write("Dockerfile.tpl", """
                {{ if eq .Arch "amd64" }}LABEL a={{ .NotTaken }}
                {{ else }}LABEL b={{ .Vesrion }}
                {{ end }}{{# Version }}x{{/ Version }}{{^ Version }}{{ nowhere }}{{> rest.tpl }}{{/ Version }}
                """);
        write("rest.tpl", "{{ inTheRest }}");

        dockerfile("Dockerfile.tpl");

        assertThat(said())
                .extracting(message -> message.replaceFirst(" is not known here.*", ""))
                .containsExactly(
                        "Dockerfile.tpl:1:37: 'NotTaken'",
                        "Dockerfile.tpl:2:22: 'Vesrion'",
                        "Dockerfile.tpl:3:56: 'nowhere'",
                        "rest.tpl:1:4: 'inTheRest'");
    }

    @Test
    void whatIsNotWrittenNeedsNoVariables() {
        write("Dockerfile.tpl", """
                {{ if eq .Arch "amd64" }}{{ .Env.ONLY_THERE }}{{ readFile "only/there" }}{{ end -}}
                {{ if .Env.HERE }}FROM {{ .Env.BASE }}{{ else }}{{ .Env.NOWHERE }}{{ end }}""");
        TemplateContext context = CONTEXT.with("Env", Map.of("HERE", "1", "BASE", "alpine"));

        Optional<RenderedFile> filled = files.dockerfile(Optional.of(literal("Dockerfile.tpl", 4)), context);

        assertThat(filled.orElseThrow().content()).isEqualTo("FROM alpine");
        assertThat(said()).isEmpty();
    }

    @Test
    void aFileMayIncludeOthers() {
        write("Dockerfile.tpl", "FROM scratch\n{{> labels.tpl }}\n");
        write("labels.tpl", "LABEL v={{ version }}");

        assertThat(dockerfile("Dockerfile.tpl").orElseThrow().content()).contains("LABEL v=1.2.3");
        assertThat(said()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsToldAtTheLineThatAsksForIt() {
        assertThat(dockerfile("Dockerfile.tpl")).isEmpty();
        assertThat(said()).containsExactly(".release.yaml:4:10: there is no file Dockerfile.tpl (create the template)");
    }

    @Test
    void aFileThatIsNotTextIsRefused() {
        folder.contents.put("Dockerfile.tpl", new byte[] {(byte) 0xff, 0});

        assertThat(dockerfile("Dockerfile.tpl")).isEmpty();
        assertThat(said()).containsExactly(".release.yaml:4:10: the template Dockerfile.tpl is not text in UTF-8");
    }

    @Test
    void aFileIsReadOnceForAllImages() {
        write("Dockerfile.tpl", "FROM scratch\n");

        dockerfile("Dockerfile.tpl");
        dockerfile("Dockerfile.tpl");

        assertThat(folder.reads).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"'',", "0644, false", "0755, true", "755, true", "0o755, true", "0655, false"})
    void anExtraFileGoesWhereItsTemplateSaysAndMayBeExecutable(String mode, Boolean executable) {
        write("app.conf.tpl", "arch = {{ .Arch }}");

        RenderedFile filled = file(mode).getFirst();

        assertThat(filled.dst()).isEqualTo("etc/arm64.conf");
        assertThat(filled.content()).isEqualTo("arch = arm64");
        assertThat(filled.executable()).isEqualTo(Optional.ofNullable(executable));
        assertThat(said()).isEmpty();
    }

    @Test
    void aModeThatIsNoneIsAnError() {
        write("app.conf.tpl", "");

        file("rwx");

        assertThat(said()).containsExactly(".release.yaml:5:7: mode 'rwx' is not of the form 0644");
    }

    @Test
    void aCheckOpensNone() {
        String yaml = """
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    templated_dockerfile: not-there.tpl
                    templated_extra_files: [{src: nor-this.tpl, dst: app.conf}]
                """;

        assertThat(Planned.checked(yaml).said()).isEmpty();
    }

    @Test
    void oneDockerfileIsEnough() {
        String yaml = """
                dockers:
                  - image_templates: ["acme/a:{{ version }}"]
                    dockerfile: Dockerfile
                    templated_dockerfile: Dockerfile.tpl
                """;

        assertThat(Planned.checked(yaml).said())
                .containsExactly("4:27: templated_dockerfile has priority over dockerfile (remove one of them)");
        assertThat(Planned.checkedOfGoReleaser(yaml).said())
                .containsExactly(
                        "4:27: warning: templated_dockerfile has priority over dockerfile" + " (remove one of them)");
        assertThat(Planned.checkedOfGoReleaser(yaml).image(0).path("dockerfile").asText())
                .isEqualTo("Dockerfile.tpl");
    }
}
