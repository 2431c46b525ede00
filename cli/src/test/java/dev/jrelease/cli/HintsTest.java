package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hint is right: what it says to write is valid. */
class HintsTest {
    private final GitWorkspace workspace;
    private final Jrelease jrelease;

    HintsTest(@TempDir Path folder) throws InterruptedException {
        workspace = GitWorkspace.create(folder.resolve("work"));
        jrelease = Jrelease.in(workspace);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"--platform=linux/amd64,linux/arm64\"",
                "\"--platform=linux/amd64, linux/arm64\"",
                "--platform, \"linux/amd64,linux/arm64\""
            })
    void severalPlatforms(String flags) {
        String entry = "dockers:\n  - image_templates: [\"acme/hello:{{ .Version }}";
        workspace.write(".release.yaml", entry + "\"]\n    build_flag_templates: [" + flags + "]\n");
        String hint = "use platforms: [linux/amd64, linux/arm64] in the entry instead, and {{ .Arch }} in each of its"
                + " image_templates";

        assertThat(jrelease.run("check").err()).contains("hint: " + hint + "\n");

        workspace.write(".release.yaml", entry + "-{{ .Arch }}\"]\n    platforms: [linux/amd64, linux/arm64]\n");
        assertThat(jrelease.run("check").code()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"'\"', '\"'", "'''', ''''", "'', ''"})
    void aVersionWithAPlus(String open, String close) throws InterruptedException {
        String start = "dockers:\n  - image_templates:\n      - " + open + "acme/hello:";
        workspace.write(".release.yaml", start + "{{ .Version }}" + close + "\n");
        workspace.commit("Begin").tag("v1.2.3+build");

        assertThat(jrelease.run("plan").err()).contains("{{ replace .Version `+` `-` }} is without\n");

        workspace.write(".release.yaml", start + "{{ replace .Version `+` `-` }}" + close + "\n");
        workspace.commit("Follow").git("tag", "--force", "v1.2.3+build");
        assertThat(jrelease.run("plan").out()).contains("acme/hello:1.2.3-build");
    }

    @Test
    void aTagByAnotherName() throws InterruptedException {
        workspace.write(".release.yaml", "dockers: [{image_templates: [\"acme/hello:{{ .Version }}\"]}]\n");
        workspace.commit("Begin").tag("v1.3.0");

        assertThat(jrelease.run("plan", "--tag", "1.3.0").err()).contains("hint: use its full name: v1.3.0, or");
        assertThat(jrelease.run("plan", "--tag", "v1.3.0").code()).isZero();
    }

    @Test
    void aTagOfAnotherCommit() throws InterruptedException {
        workspace.write(".release.yaml", "dockers: [{image_templates: [\"acme/hello:{{ .Version }}\"]}]\n");
        workspace.commit("Begin").tag("v1.3.0");
        workspace.write("a", "b").commit("Go on");

        assertThat(jrelease.run("plan", "--tag", "v1.3.0").err())
                .contains("hint: check out the tag (git checkout v1.3.0), or");
        workspace.git("checkout", "--quiet", "v1.3.0");
        assertThat(jrelease.run("plan", "--tag", "v1.3.0").code()).isZero();
    }
}
