package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.testkit.git.GitWorkspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program starts with its caches wherever it is put, and without them when they cannot be used. */
@SuppressWarnings("NullAway.Init")
class PackagedIT {
    private static final Path MADE = Path.of("target/jrelease").toAbsolutePath();

    private GitWorkspace workspace;
    private Path log;

    @BeforeEach
    void makeProject(@TempDir Path folder) throws InterruptedException {
        log = folder.resolve("classes.log");
        workspace = GitWorkspace.create(folder.resolve("work"))
                .write(".release.yaml", """
                        version: 1
                        project_name: hello
                        dockers:
                          - image_templates: ["localhost:5000/acme/hello:{{ version }}"]
                        """)
                .write("Dockerfile", "FROM scratch\n")
                .commit("Say hello")
                .tag("v1.2.3");
    }

    @ParameterizedTest
    @CsvSource({"--version, jrelease ", "--help, Usage: jrelease", "check, .release.yaml: ok", "plan, hello 1.2.3"})
    void hasItsClassesFromACacheWhereverItIs(String command, String beginning, @TempDir Path folder) throws Exception {
        Path moved = folder.resolve("moved to/another place");
        copy(MADE, moved);

        Said said = run(moved, Map.of("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log), command);

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).startsWith(beginning);
        List<String> classes = Files.readAllLines(log);
        assertThat(classes).hasSizeGreaterThan(400);
        assertThat(classes.stream().filter(line -> !line.contains("shared objects file")))
                .hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "check", "plan"})
    void saysNothingOfACacheThatCannotBeUsed(String command, @TempDir Path folder) throws Exception {
        Said withCache = run(MADE, Map.of(), command);
        Path broken = folder.resolve("broken");
        copy(MADE, broken);
        for (Path cache : caches(broken)) {
            Files.writeString(cache, "no cache");
        }

        assertThat(run(broken, Map.of(), command)).isEqualTo(withCache);
    }

    @Test
    void saysNothingWhereNoCacheIs(@TempDir Path folder) throws Exception {
        Path without = folder.resolve("without");
        copy(MADE, without);
        for (Path cache : caches(without)) {
            Files.delete(cache);
        }

        assertThat(run(without, Map.of(), "check")).isEqualTo(new Said(0, ".release.yaml: ok\n", ""));
    }

    private record Said(int code, String out, String err) {}

    private Said run(Path program, Map<String, String> variables, String command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        program.resolve("bin/jrelease").toString(), command)
                .directory(workspace.folder().toFile())
                .redirectError(log.resolveSibling("err").toFile());
        builder.environment().putAll(GitWorkspace.NO_SETTINGS);
        builder.environment().putAll(variables);
        Process process = builder.start();
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text, Files.readString(log.resolveSibling("err")));
        }
    }

    private static List<Path> caches(Path program) throws IOException {
        try (Stream<Path> files = Files.list(program.resolve("lib"))) {
            List<Path> caches =
                    files.filter(file -> file.toString().endsWith(".aot")).toList();
            assertThat(caches).isNotEmpty();
            return caches;
        }
    }

    /** As archives are unpacked: without the times of files. */
    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        Files.createDirectories(to.getParent());
        Tool.run("cp", "-R", from.toString(), to.toString());
    }
}
