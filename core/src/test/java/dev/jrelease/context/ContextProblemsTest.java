package dev.jrelease.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContextProblemsTest {
    private final Path temp;
    private final Tree tree;

    ContextProblemsTest(@TempDir Path temp) {
        this.temp = temp;
        tree = new Tree(temp.resolve("base")).file("Dockerfile", "FROM scratch").file("app/main.go", "x");
        new Tree(temp).file("outside", "secret");
    }

    @Test
    void reportsEverythingAtOnceWithItsLine() {
        Problems problems = new Problems();

        collect(problems, "app/mian.go", "nothing/*.x", "../outside", "/etc/passwd", "app/[", " ", "app/../../x");

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "f.yaml:1:3: no file or directory app/mian.go (did you mean app/main.go?)",
                        "f.yaml:2:3: nothing/*.x matches nothing",
                        "f.yaml:3:3: cannot read ../outside: " + outside(),
                        "f.yaml:4:3: /etc/passwd is an absolute path; it must be relative to the project",
                        "f.yaml:5:3: malformed pattern 'app/[': a '[' is not closed",
                        "f.yaml:6:3: an empty path in extra_files",
                        "f.yaml:7:3: cannot read app/../../x: " + outside());
    }

    @Test
    void failsAsAConfigurationError() {
        ContextSpec spec = spec(Path.of("Dockerfile"), List.of(item("nowhere", null, 4)), List.of());

        assertThatThrownBy(() -> BuildContext.collect(spec))
                .isInstanceOfSatisfying(InvalidConfigurationException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(FailureKind.CONFIGURATION);
                    assertThat(failure.problems()).hasSize(1);
                });
    }

    @Test
    void saysWhichTwoSourcesMeet() {
        tree.file("conf/a", "one").file("other/a", "two").file("same/a", "one");

        assertThat(problems(item("conf/a", "etc/", 1), item("same/a", "etc/a", 2), item("other", "etc", 3)))
                .containsExactly("f.yaml:3:3: both conf/a and other/a would be etc/a in the build context"
                        + " (give one of them another dst)");
    }

    @Test
    void saysWhereAFileWouldBeADirectory() {
        tree.file("conf/a", "one");

        assertThat(problems(item("conf/a", "etc", 1), item("conf/a", "etc/a", 2)))
                .containsExactly("f.yaml:2:3: conf/a would be etc in the build context, and conf/a inside it"
                        + " (give one of them another dst)");
    }

    @Test
    void refusesNamedLinksThatLeadOut() throws Exception {
        tree.link("named", "/etc/passwd").link("folder", "/etc").link("gone", "nowhere");

        assertThat(problems(item("named", null, 1), item("folder/passwd", null, 2), item("folder/pass*", null, 3)))
                .containsExactly(
                        "f.yaml:1:3: cannot read named: " + outside(),
                        "f.yaml:2:3: cannot read folder/passwd: " + outside(),
                        "f.yaml:3:3: cannot read folder/pass*: " + outside());
        assertThat(problems(item("gone", null, 4)))
                .containsExactly("f.yaml:4:3: gone is a link to something that does not exist");
    }

    @Test
    void whatIsBesideTheProjectNeedsAPlaceInTheContext() throws Exception {
        Files.createDirectories(tree.root().resolveSibling(".git"));
        Files.writeString(tree.root().resolveSibling("common.toml"), "of all projects");

        assertThat(problems(item("../common.toml", null, 1)))
                .containsExactly("f.yaml:1:3: ../common.toml is outside of the project's folder "
                        + tree.root().toRealPath()
                        + " (set its path in the build context: {src: ../common.toml, dst: …})");
        assertThat(problems(item("../common.toml", "etc/", 1), item("../*.toml", "conf", 2)))
                .isEmpty();
    }

    private String outside() {
        return "it is outside of the folder " + tree.root() + "; copy it into that folder and use the copy";
    }

    @Test
    void refusesPipes() throws Exception {
        Path pipe = tree.root().resolve("app/pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(problems(item("app", null, 1)))
                .containsExactly("f.yaml:1:3: cannot take app/pipe into the build context:"
                        + " it is a socket, a device or a pipe");
    }

    @Test
    void refusesNamesThatAreNoText() throws Exception {
        String script = "printf x > \"$(printf 'app/\\377.txt')\"";
        assertThat(new ProcessBuilder("sh", "-c", script)
                        .directory(tree.root().toFile())
                        .start()
                        .waitFor())
                .isZero();

        assertThat(problems(item("app", null, 1)))
                .singleElement()
                .asString()
                .startsWith("f.yaml:1:3: cannot take app/\uFFFD.txt into the build context: its name cannot be read");
    }

    @Test
    void refusesNamesThatNoFileHas() {
        assertThat(problems(item("app/\0", null, 1)))
                .singleElement()
                .asString()
                .contains("is not a valid file name in this locale");
    }

    @Test
    void saysWhatIgnoredEverything() {
        tree.file(".dockerignore", "*\n");

        assertThat(problems(item("app", null, 1), item("app/*.go", null, 2)))
                .containsExactly(
                        "f.yaml:1:3: .dockerignore:1:1 leaves out all of app",
                        "f.yaml:2:3: app/*.go matches nothing that .dockerignore:1:1 does not leave out");
    }

    @Test
    void pointsAtMalformedIgnoreLines() {
        tree.file(".dockerignore", "fine\n[oops\n");

        assertThat(problems(item("app", null, 1)))
                .containsExactly(".dockerignore:2:1: malformed pattern '[oops': a '[' is not closed");
    }

    @Test
    void missesDockerfileAndBinaries() {
        Problems problems = new Problems();
        Binary binary = new Binary(Path.of("dist/app"), "app", new Location("f.yaml", 9, 3));

        BuildContext.collect(spec(Path.of("Dockerfile.prod"), List.of(), List.of(binary)), problems);

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "f.yaml:9:3: there is no program at dist/app", "f.yaml:20:3: there is no file Dockerfile.prod");
    }

    @Test
    void noticesFilesThatChangeMeanwhile() {
        BuildContext context = BuildContext.collect(spec(Path.of("Dockerfile"), List.of(), List.of()));
        tree.file("Dockerfile", "FROM somewhere else entirely");

        assertThatThrownBy(() -> context.write(temp.resolve("context.tar")))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("Dockerfile changed while it was read");
    }

    @Test
    void stopsWhenInterrupted() {
        BuildContext context = BuildContext.collect(spec(Path.of("Dockerfile"), List.of(), List.of()));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> context.write(temp.resolve("context.tar"))).isInstanceOf(InterruptedException.class);
    }

    @Test
    void saysThatTheTarFileCannotBeWritten() {
        BuildContext context = BuildContext.collect(spec(Path.of("Dockerfile"), List.of(), List.of()));

        assertThat(Files.exists(temp.resolve("missing"))).isFalse();
        assertThatThrownBy(() -> context.write(temp.resolve("missing/context.tar")))
                .isInstanceOfSatisfying(
                        ReleaseException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(FailureKind.ENVIRONMENT));
    }

    private void collect(Problems problems, String... sources) {
        List<ExtraFile> items = new ArrayList<>();
        for (String src : sources) {
            items.add(item(src, null, items.size() + 1));
        }
        BuildContext.collect(spec(Path.of("Dockerfile"), items, List.of()), problems);
    }

    private List<String> problems(ExtraFile... items) {
        Problems problems = new Problems();
        BuildContext.collect(spec(Path.of("Dockerfile"), List.of(items), List.of()), problems);
        return problems.list().stream().map(Problem::toString).toList();
    }

    private ContextSpec spec(Path dockerfile, List<ExtraFile> items, List<Binary> binaries) {
        return new ContextSpec(
                tree.root(),
                dockerfile,
                new Location("f.yaml", 20, 3),
                items,
                binaries,
                List.of("dist"),
                Optional.empty(),
                List.of(),
                Instant.parse("2026-05-04T03:02:01Z"));
    }

    private static ExtraFile item(String src, @Nullable String dst, int line) {
        return new ExtraFile(src, Optional.ofNullable(dst), new Location("f.yaml", line, 3));
    }
}
