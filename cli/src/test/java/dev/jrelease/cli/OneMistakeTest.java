package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One mistake is one error: what follows from it is not listed beside it. */
class OneMistakeTest {
    private static final String FILE = """
            builds:
              - {id: hello, builder: prebuilt, goos: [linux], goarch: [amd64, arm64], prebuilt: {path: "bin/{{ .Arch }}"}}
            dockers:
              - id: one
                ids: [hello]
                platforms: [linux/amd64, linux/arm64]
                image_templates: ["acme/one:{{ .Version }}-{{ .Arch }}"]
              - id: two
                ids: [hello]
                platforms: [linux/amd64]
                image_templates: ["acme/two:{{ .Version }}"]
            docker_manifests:
              - name_template: "acme/one:{{ .Version }}"
                image_templates: ["acme/one:{{ .Version }}-amd64", "acme/one:{{ .Version }}-arm64"]
              - name_template: acme/one:latest
                image_templates: ["acme/one:{{ .Version }}-amd64", "acme/one:{{ .Version }}-arm64"]
            """;

    private final GitWorkspace workspace;

    OneMistakeTest(@TempDir Path folder) throws InterruptedException {
        workspace = GitWorkspace.create(folder.resolve("work"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dockers:                      | dockrs:                     | 3:1: unknown key 'dockrs'",
                "builds:                       | biulds:                     | 1:1: unknown key 'biulds'",
                "image_templates: [\"acme/one:{{ .Version }}-{{ | image_tmplates: [\"acme/one:{{ .Version }}-{{ "
                        + "| 7:5: unknown key 'image_tmplates'",
                "one:{{ .Version }}-{{ .Arch   | one:{{ .Version }}-{{ .Arhc | 7:51: 'Arhc' is not known here",
                "- name_template: acme/one     | - name_templat: acme/one    | 15:5: unknown key 'name_templat'",
                "prebuilt: {path:              | prebuilt: {pth:             | 2:86: unknown key 'pth'",
            })
    void isOneError(String right, String wrong, String error) {
        workspace.write(".release.yaml", FILE.replace(right, wrong));

        String told = Jrelease.in(workspace).run("check").err();

        assertThat(told).startsWith(".release.yaml:" + error + "\n");
        assertThat(told.lines().filter(line -> line.startsWith(".release.yaml:")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"dockers, dockrs, 2", "acme/two:{{ .Version }}, acme/two:{{ .Verson }}, 2"})
    void anotherMistakeIsAnotherError(String right, String wrong, int errors) {
        workspace.write(".release.yaml", FILE.replace(right, wrong).replace("acme/one:latest", "acme/One:latest"));

        assertThat(Jrelease.in(workspace).run("check").err().lines().filter(line -> line.startsWith(".release.yaml:")))
                .hasSize(errors);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dockrs: []                                                  | 31;1",
                "docker_manifests: 1                                         | 31;1",
                "dockers: [{image_templates: [acme/x:1], push_flags: [--x]}] | 33",
            })
    void itsFirstLineHasTheColourOfItsKind(String file, String colour) {
        workspace.write(".release.yaml", file + "\n");

        String err =
                Jrelease.in(workspace).with("CLICOLOR_FORCE", "1").run("check").err();

        assertThat(err).contains("\u001b[" + colour + "m.release.yaml:1:");
        assertThat(err.lines().filter(line -> line.startsWith(" ")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("\u001b"));
    }
}
