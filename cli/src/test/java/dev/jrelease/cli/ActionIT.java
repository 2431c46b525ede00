package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.program.WrittenProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Runs the steps of {@code action.yml} as a runner does, with an archive of the packaged program. */
@TestInstance(Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ActionIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path SCRIPT = ROOT.resolve("scripts/install.sh");

    private Path runner;
    private Path workspace;
    private Path releases;
    private Path tools;

    private Path packed;
    private Path installed;
    private String version;

    @BeforeAll
    void pack(@TempDir Path folder) throws Exception {
        packed = folder.resolve("packed");
        installed = folder.resolve("installed");
        version = Tool.run("target/jrelease/bin/jrelease", "--version")
                .replaceFirst("^jrelease ", "")
                .strip();
        ProcessBuilder packing =
                new ProcessBuilder(ROOT.resolve("scripts/dist").toString(), version, packed.toString());
        packing.environment().put("ARCHES", "amd64");
        Process process = packing.redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
    }

    @BeforeEach
    void release(@TempDir Path folder) throws IOException {
        runner = Files.createDirectories(folder.resolve("runner"));
        tools = runner.resolve("tools");
        workspace = Files.createDirectories(folder.resolve("work"));
        releases = folder.resolve("releases");
        Path download = Files.createDirectories(releases.resolve("download/v" + version));
        try (Stream<Path> files = Files.list(packed)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".tar.gz")) {
                    Files.createSymbolicLink(download.resolve(file.getFileName()), file);
                } else {
                    Files.copy(file, download.resolve(file.getFileName()));
                }
            }
        }
        Path latest = Files.createDirectories(releases.resolve("latest/download"));
        Files.copy(download.resolve("checksums.txt"), latest.resolve("checksums.txt"));
    }

    /** As on a runner on which a job before has installed the program. */
    private void keepTools() {
        tools = installed;
    }

    @Test
    void installsOnceAndRunsACommandOnThePath() throws Exception {
        Files.writeString(
                workspace.resolve(".release.yaml"),
                "version: 1\nproject_name: hello\ndockers: [{image_templates: [\"acme/hello:1\"]}]\n");

        Result first = action(Map.of("args", "check -f '.release.yaml' --output json"));
        assertThat(first.code()).as(first.text()).isZero();
        assertThat(first.text()).contains("\"file\" : \".release.yaml\"");

        Files.delete(releases.resolve("download/v" + version + "/checksums.txt"));
        assertThat(action(Map.of("version", "v" + version, "args", "--version")).text())
                .contains("jrelease ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jrelease VERSION\n", "nodejs 20.1.0\njrelease\tVERSION # pinned\n", "vVERSION\r\n"})
    void takesTheVersionFromAFile(String text) throws Exception {
        keepTools();
        Files.writeString(workspace.resolve(".tool-versions"), text.replace("VERSION", version));

        Result result = action(Map.of("version", "1.0.0", "version-file", ".tool-versions", "install-only", "true"));

        assertThat(result.code()).as(result.text()).isZero();
        assertThat(Files.readString(runner.resolve("path")).strip()).endsWith("/jrelease/" + version + "/bin");
        assertThat(result.text()).doesNotContain("Usage");
    }

    @Test
    void aFileWithoutAVersionDoesNotMeanTheLatest() throws Exception {
        Files.writeString(workspace.resolve("version"), "\n");

        Result result = action(Map.of("version-file", "version", "install-only", "true"));

        assertThat(result.code()).isNotZero();
        assertThat(result.text())
                .contains("::error title=jrelease::version-file: version names no version of jrelease");
    }

    @Test
    void installsNothingWhoseChecksumIsAnotherOne() throws Exception {
        Path sums = releases.resolve("download/v" + version + "/checksums.txt");
        Files.writeString(sums, Files.readString(sums).replaceAll("(?m)^[0-9a-f]{8}", "00000000"));

        Result result = action(Map.of("version", version));

        assertThat(result.code()).isNotZero();
        assertThat(result.text()).contains("the checksum of jrelease-" + version, "::error title=jrelease::");
        assertThat(tools.resolve("jrelease/" + version)).doesNotExist();
    }

    @Test
    void theScriptInstallsTheArchiveOfTheProcessorAndLinksTheProgram() throws Exception {
        machine("Linux", "aarch64");
        String name = "jrelease-" + version + "-linux-arm64";
        Path bin = Files.createDirectories(runner.resolve(name + "/bin"));
        WrittenProgram.script(bin.resolve("jrelease"), "echo arm64 \"$@\"");
        Path download = releases.resolve("download/v" + version);
        Tool.run(
                "tar",
                "-C",
                runner.toString(),
                "-czf",
                download.resolve(name + ".tar.gz").toString(),
                name);
        Tool.run(List.of("sh", "-c", "sha256sum *.tar.gz >checksums.txt"), download);
        Files.copy(
                download.resolve("checksums.txt"),
                releases.resolve("latest/download/checksums.txt"),
                StandardCopyOption.REPLACE_EXISTING);

        Result result = script();

        assertThat(result.code()).as(result.text()).isZero();
        assertThat(Tool.run(runner.resolve("bin/jrelease").toString(), "check")).isEqualTo("arm64 check\n");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, riscv64, there is no archive for the processor riscv64",
        "Darwin, arm64, there are archives for Linux only",
    })
    void theScriptRefusesOtherMachines(String system, String processor, String words) throws Exception {
        machine(system, processor);

        Result result = script();

        assertThat(result.code()).isNotZero();
        assertThat(result.text()).startsWith("could not install jrelease: ").contains(words);
    }

    /** Says another machine than this. */
    private void machine(String system, String processor) throws IOException {
        WrittenProgram.script(
                Files.createDirectories(runner.resolve("machine")).resolve("uname"),
                "case $1 in -s) echo " + system + " ;; *) echo " + processor + " ;; esac");
    }

    private Result script() throws Exception {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", runner.resolve("machine") + ":" + System.getenv("PATH"));
        variables.put("JRELEASE_HOME", runner.resolve("home").toString());
        variables.put("JRELEASE_BIN", runner.resolve("bin").toString());
        return run(variables, workspace, "sh", SCRIPT.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "args       | $(touch made)      | unknown command",
                "args       | ; touch made       | unknown command",
                "args       | check 'a           | a quote is not closed",
                "workdir    | $(touch made)      | there is no folder $(touch made)",
                "version    | 1.0 && touch made  | is not a version",
                "version    | ..                 | is not a version",
            })
    void noInputIsReadByAShell(String input, String value, String words) throws Exception {
        keepTools();

        Result result = action(Map.of(input, value));

        assertThat(result.code()).isNotZero();
        assertThat(result.text()).contains(words);
        assertThat(workspace.resolve("made")).doesNotExist();
    }

    @Test
    void handsTheResultsToLaterSteps() throws Exception {
        keepTools();
        try (FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.GRAPH)) {
            GitWorkspace.create(workspace)
                    .write(".release.yaml", """
                            version: 1
                            project_name: hello
                            dockers:
                              - platforms: [linux/amd64]
                                image_templates: ["localhost:5000/acme/hello:{{ version }}"]
                            """)
                    .write("Dockerfile", "FROM scratch\nLABEL a=b\n")
                    .commit("Say hello")
                    .tag("v1.2.3");

            Result result = action(Map.of("args", "release --snapshot"), Map.of("DOCKER_HOST", engine.host()));

            assertThat(result.code()).as(result.text()).isZero();
            assertThat(Files.readString(runner.resolve("output")))
                    .contains("version=1.2.3-SNAPSHOT-", "tags=[\"localhost:5000/acme/hello:1.2.3-SNAPSHOT-");
            assertThat(Files.readString(runner.resolve("summary"))).startsWith("### hello 1.2.3-SNAPSHOT-");
        }
    }

    private Result action(Map<String, String> inputs) throws Exception {
        return action(inputs, Map.of());
    }

    /** Each step in order, the path that one leaves for the next. */
    private Result action(Map<String, String> inputs, Map<String, String> variables) throws Exception {
        Map<?, ?> action = (Map<?, ?>)
                new Load(LoadSettings.builder().build()).loadFromString(Files.readString(ROOT.resolve("action.yml")));
        Result last = new Result(0, "");
        for (Object step : (List<?>) at(action, "runs", "steps")) {
            Map<?, ?> one = (Map<?, ?>) step;
            boolean skipped = one.containsKey("if") && "true".equals(inputs.get("install-only"));
            if (!skipped) {
                Map<String, String> environment = new LinkedHashMap<>(variables);
                ((Map<?, ?>) at(one, "env"))
                        .forEach((name, value) ->
                                environment.put(name.toString(), evaluated(value.toString(), inputs, action)));
                environment.put("PATH", path());
                last = run(
                        environment,
                        workspace,
                        "bash",
                        "-e",
                        "-o",
                        "pipefail",
                        "-c",
                        at(one, "run").toString());
                if (last.code() != 0) {
                    return last;
                }
            }
        }
        return last;
    }

    private String path() throws IOException {
        Path file = runner.resolve("path");
        List<String> folders = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
        folders.add(System.getenv("PATH"));
        return String.join(":", folders);
    }

    private static String evaluated(String value, Map<String, String> inputs, Map<?, ?> action) {
        String expression = value.replaceFirst("^\\$\\{\\{ ", "").replaceFirst(" }}$", "");
        if (expression.equals("github.action_path")) {
            return ROOT.toString();
        }
        String name = expression.replaceFirst("^inputs\\.", "");
        return inputs.getOrDefault(name, at(action, "inputs", name, "default").toString());
    }

    private static Object at(Map<?, ?> map, String... keys) {
        Object value = map;
        for (String key : keys) {
            value = Objects.requireNonNull(((Map<?, ?>) value).get(key), key);
        }
        return value;
    }

    private record Result(int code, String text) {}

    private Result run(Map<String, String> variables, Path folder, String... command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(GitWorkspace.NO_SETTINGS);
        builder.environment().put("JRELEASE_DOWNLOAD", "file://" + releases);
        builder.environment().put("GITHUB_ACTIONS", "true");
        builder.environment().put("GITHUB_WORKSPACE", workspace.toString());
        builder.environment().put("GITHUB_PATH", runner.resolve("path").toString());
        builder.environment().put("GITHUB_OUTPUT", runner.resolve("output").toString());
        builder.environment()
                .put("GITHUB_STEP_SUMMARY", runner.resolve("summary").toString());
        builder.environment().put("RUNNER_TOOL_CACHE", tools.toString());
        builder.environment().putAll(variables);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), text);
    }
}
