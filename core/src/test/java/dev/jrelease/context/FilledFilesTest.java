package dev.jrelease.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files whose content was filled in are in the context as if they had been on disk. */
class FilledFilesTest {
    private final Path temp;
    private final Tree tree;
    private final Problems problems = new Problems();

    FilledFilesTest(@TempDir Path temp) {
        this.temp = temp;
        tree = new Tree(temp.resolve("base"))
                .file("Dockerfile", "FROM {{ .Matrix.base }}")
                .file("Dockerfile.tpl", "FROM {{ .Matrix.base }}")
                .file("run.tpl", "{{ .Arch }}", "rwxr-xr-x")
                .file("app/main.sh", "run");
    }

    private List<String> lines(Optional<RenderedFile> dockerfile, RenderedFile... files)
            throws IOException, InterruptedException {
        ContextSpec spec = new ContextSpec(
                tree.root(),
                Path.of("Dockerfile.tpl"),
                at(2),
                List.of(new ExtraFile("app", Optional.empty(), at(3))),
                List.of(),
                List.of(),
                dockerfile,
                List.of(files),
                Instant.EPOCH);
        BuildContext.collect(spec, problems).write(temp.resolve("context.tar"));
        return Tree.lines(temp.resolve("context.tar"));
    }

    private static RenderedFile file(String src, String dst, String content, Optional<Boolean> executable) {
        return new RenderedFile(src, dst, content, executable, at(5));
    }

    private static Location at(int line) {
        return new Location(".release.yaml", line, 7);
    }

    @Test
    void theDockerfileSaysWhatWasFilledIn() throws Exception {
        var dockerfile = file("Dockerfile.tpl", "Dockerfile", "FROM alpine", Optional.empty());

        assertThat(lines(Optional.of(dockerfile)))
                .containsExactly("644 Dockerfile FROM alpine", "755 app/", "644 app/main.sh run");
    }

    @Test
    void aFileMayBeExecutedIfItsTemplateMayUnlessItsModeSaysOtherwise() throws Exception {
        assertThat(lines(
                        Optional.empty(),
                        file("run.tpl", "bin/run", "arm64 ü", Optional.empty()),
                        file("run.tpl", "etc/run.conf", "arm64", Optional.of(false)),
                        file("Dockerfile.tpl", "bin/other", "x", Optional.of(true))))
                .contains("755 bin/", "755 bin/run arm64 ü", "644 etc/run.conf arm64", "755 bin/other x");
    }

    @Test
    void twoFilesInOnePlaceAreAnError() throws Exception {
        lines(Optional.empty(), file("run.tpl", "app/main.sh", "arm64", Optional.empty()));

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(".release.yaml:5:7: both app/main.sh and run.tpl would be app/main.sh in the build"
                        + " context (give one of them another dst)");
    }

    @Test
    void aFileOutsideTheContextIsAnError() throws Exception {
        lines(Optional.empty(), file("run.tpl", "../run", "arm64", Optional.empty()));

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(".release.yaml:5:7: ../run is outside the build context");
    }
}
