package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.documentation.Page;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Runs the shell lines of docs/ci.md as each system does, with the variables that it sets, with the packaged program. The
 * commit has a higher tag than that of the run.
 */
@SuppressWarnings("NullAway.Init")
class CiSystemsIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String USER = "anna";
    private static final String PASSWORD = "correct-horse";
    private static final String TAG = "v1.2.3";
    private static final Pattern STEP = Pattern.compile("sh '(.+)'");

    @TempDir
    private Path folder;

    private final FakeRegistry registry =
            FakeRegistry.builder().login(Login.token(USER, PASSWORD)).start();
    private final FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.GRAPH);
    private GitWorkspace workspace;

    @BeforeEach
    void prepare() throws Exception {
        workspace = GitWorkspace.create(folder.resolve("work"))
                .write(".release.yaml", """
                        version: 1
                        project_name: hello
                        dockers:
                          - platforms: [linux/amd64]
                            images: ["%s/acme/hello"]
                            tags: ["{{ .Version }}"]
                        """.formatted(registry.address()))
                .write("Dockerfile", "FROM scratch\nLABEL a=b\n")
                .commit("Say hello")
                .tag(TAG)
                .tag("v1.3.0");
        GitWorkspace.create(folder.resolve("path"))
                .writeProgram("docker", DOCKER.getBytes(StandardCharsets.UTF_8))
                .writeProgram("image/jrelease", program());
        release();
    }

    /** The login alone: the command itself would ask an engine. */
    private static final String DOCKER = """
            #!/bin/sh
            set -e
            [ "$1 $3 $5" = "login --username --password-stdin" ]
            mkdir -p "$HOME/.docker"
            printf '{"auths":{"%s":{"auth":"%s"}}}' "$2" "$(printf '%s:%s' "$4" "$(cat)" | base64)" >"$HOME/.docker/config.json"
            """;

    private static byte[] program() {
        return ("#!/bin/sh\nexec '" + Path.of("target/jrelease/bin/jrelease").toAbsolutePath() + "' \"$@\"\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What the install script finds at the address of releases. */
    private void release() throws IOException, InterruptedException {
        String name = "jrelease-0.1.0-linux-amd64";
        GitWorkspace.create(folder.resolve("packed")).writeProgram(name + "/bin/jrelease", program());
        Path download = Files.createDirectories(folder.resolve("releases/download/v0.1.0"));
        String archive = download.resolve(name + ".tar.gz").toString();
        Tool.run("tar", "-C", folder.resolve("packed").toString(), "-czf", archive, name);
        Tool.run(List.of("sh", "-c", "sha256sum *.tar.gz >checksums.txt"), download);
    }

    @AfterEach
    void close() {
        engine.close();
        registry.close();
    }

    @Test
    void gitLab() throws Exception {
        Map<?, ?> file = yaml("GitLab");
        Map<String, String> variables = new LinkedHashMap<>(Map.of("GITLAB_CI", "true", "CI", "true"));
        ((Map<?, ?>) at(file, "variables")).forEach((name, value) -> variables.put(name.toString(), value.toString()));

        isASnapshot(run(
                with(variables, "CI_PIPELINE_SOURCE", "merge_request_event"),
                image(),
                lines(file, "snapshot", "script")));

        variables.putAll(Map.of(
                "CI_COMMIT_TAG", TAG,
                "CI_REGISTRY", registry.address(),
                "CI_REGISTRY_USER", USER,
                "CI_REGISTRY_PASSWORD", PASSWORD));
        isARelease(run(variables, image(), lines(file, "release", "script")));
    }

    @Test
    void jenkins() throws Exception {
        String file = block("Jenkins", "groovy");
        List<String> install = steps(file, "Install");
        Map<String, String> variables =
                new LinkedHashMap<>(Map.of("JENKINS_URL", "http://jenkins/", "BUILD_NUMBER", "7"));

        isASnapshot(run(with(variables, "CHANGE_ID", "4"), installed(), both(install, steps(file, "Snapshot"))));

        variables.putAll(Map.of("TAG_NAME", TAG, "LOGIN_USR", USER, "LOGIN_PSW", PASSWORD));
        isARelease(run(variables, installed(), both(install, steps(file, "Release"))));
    }

    @Test
    void travis() throws Exception {
        Map<?, ?> file = yaml("Travis");
        List<String> install = lines(file, "install");
        List<?> jobs = (List<?>) at(file, "jobs", "include");
        Map<String, String> variables = new LinkedHashMap<>(Map.of("TRAVIS", "true", "CI", "true"));

        isASnapshot(run(with(variables, "TRAVIS_TAG", ""), "", both(install, lines(jobs.get(0), "script"))));

        variables.putAll(Map.of("TRAVIS_TAG", TAG, "REGISTRY_USERNAME", USER, "REGISTRY_PASSWORD", PASSWORD));
        isARelease(run(variables, "", both(install, lines(jobs.get(1), "script"))));
    }

    @Test
    void woodpecker() throws Exception {
        Map<?, ?> file = yaml("Woodpecker");
        Map<String, String> variables = new LinkedHashMap<>(Map.of("CI", "woodpecker", "CI_SYSTEM_NAME", "woodpecker"));

        isASnapshot(run(variables, image(), lines(file, "steps", "snapshot", "commands")));

        variables.putAll(Map.of("CI_COMMIT_TAG", TAG, "REGISTRY_USERNAME", USER, "REGISTRY_PASSWORD", PASSWORD));
        isARelease(run(variables, image(), lines(file, "steps", "release", "commands")));
    }

    private void isASnapshot(String output) {
        assertThat(output).contains("1.3.0-SNAPSHOT-");
        assertThat(registry.tags("acme/hello")).isEmpty();
    }

    private void isARelease(String output) {
        assertThat(output).contains(registry.address() + "/acme/hello:1.2.3");
        assertThat(registry.tags("acme/hello")).containsExactly("1.2.3");
    }

    /** The path of an image that contains the program. */
    private String image() {
        return folder.resolve("path/image") + ":";
    }

    /** As the pipeline sets it. */
    private String installed() {
        return folder.resolve("home/.local/bin") + ":";
    }

    private static Map<String, String> with(Map<String, String> variables, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(variables);
        more.put(name, value);
        return more;
    }

    private static List<String> both(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** All lines in one shell, which ends at the first that fails. */
    private String run(Map<String, String> variables, String path, List<String> lines) throws Exception {
        String script = String.join("\n", lines);
        ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-c", here(script))
                .directory(workspace.folder().toFile())
                .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("CI") || name.startsWith("GITHUB"));
        builder.environment().putAll(GitWorkspace.NO_SETTINGS);
        builder.environment().put("JRELEASE_DOWNLOAD", "file://" + folder.resolve("releases"));
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().putAll(variables);
        builder.environment().keySet().removeAll(List.of("DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"));
        builder.environment().put("DOCKER_HOST", engine.host());
        builder.environment().put("PATH", path + folder.resolve("path") + ":" + System.getenv("PATH"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(script + "\n" + output).isZero();
        return output;
    }

    private String here(String script) {
        return script.replace("ghcr.io", registry.address())
                .replace("https://raw.githubusercontent.com/jrelease/jrelease/v0.1.0", "file://" + ROOT);
    }

    private static Map<?, ?> yaml(String system) throws IOException {
        return (Map<?, ?>)
                Objects.requireNonNull(new Load(LoadSettings.builder().build()).loadFromString(block(system, "yml")));
    }

    /** The first block below the heading of a system. */
    private static String block(String system, String language) throws IOException {
        Page page = Page.of("docs/ci.md");
        int heading = page.lines().indexOf("### " + system) + 1;
        return page.blocks().stream()
                .filter(block -> block.line() > heading && block.language().equals(language))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static List<String> steps(String file, String stage) {
        String text = file.substring(file.indexOf("stage('" + stage + "')") + 1);
        int next = text.indexOf("stage('");
        return STEP.matcher(next < 0 ? text : text.substring(0, next))
                .results()
                .map(MatchResult::group)
                .map(step -> step.substring("sh '".length(), step.length() - 1))
                .toList();
    }

    private static List<String> lines(Object map, String... keys) {
        Object value = at(map, keys);
        List<String> lines = new ArrayList<>();
        (value instanceof List<?> list ? list : List.of(value)).forEach(line -> lines.add(line.toString()));
        return lines;
    }

    private static Object at(Object map, String... keys) {
        Object value = map;
        for (String key : keys) {
            value = Objects.requireNonNull(((Map<?, ?>) value).get(key), key);
        }
        return value;
    }
}
