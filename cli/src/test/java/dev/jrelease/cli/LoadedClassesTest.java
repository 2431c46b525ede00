package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import dev.jrelease.testkit.engine.UnixSocketRelay;
import dev.jrelease.testkit.git.GitWorkspace;
import java.io.IOException;
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

/** Only what a command needs is loaded: docs/performance.md says what a class costs. */
@SuppressWarnings("NullAway.Init")
class LoadedClassesTest {
    /** What starts that do no such work would pay for, and what is linked by reflection at its first call. */
    private static final List<String> NOT_NEEDED = List.of(
            "com.github.dockerjava.",
            "org.apache.hc.",
            "org.apache.commons.",
            "java.net.http.",
            "io.grpc.",
            "com.google.common.",
            // not its tree of nodes, which signatures name
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.databind.cfg.",
            "com.fasterxml.jackson.databind.introspect.",
            "com.fasterxml.jackson.databind.ser.",
            "com.fasterxml.jackson.databind.type.",
            "java.sql.",
            "java.util.logging.",
            "org.slf4j.",
            "groovy.",
            // the build writes out what these would generate
            "java.lang.runtime.ObjectMethods",
            "java.lang.runtime.SwitchBootstraps");

    private GitWorkspace workspace;

    @BeforeEach
    void makeProject(@TempDir Path folder) throws InterruptedException {
        workspace = GitWorkspace.create(folder.resolve("work"))
                .write(".release.yaml", """
                        version: 1
                        project_name: hello
                        dockers:
                          - platforms: [linux/amd64, linux/arm64]
                            image_templates: ["localhost:5000/acme/hello:{{ version }}-{{ arch }}"]
                            build_flag_templates: ["--label=title={{ .ProjectName | toupper }}"]
                        docker_manifests:
                          - name_template: "localhost:5000/acme/hello:{{ version }}"
                            image_templates: &images
                              - "localhost:5000/acme/hello:{{ version }}-amd64"
                              - "localhost:5000/acme/hello:{{ version }}-arm64"
                          - name_template: "localhost:5000/acme/hello:latest"
                            image_templates: *images
                        """)
                .write("Dockerfile", "FROM scratch\n")
                .commit("Say hello")
                .tag("v1.2.3");
    }

    /** @param most a good deal more than today: a library more is seen, a class more is not */
    @ParameterizedTest
    @CsvSource({"--version, 300", "--help, 500", "check --help, 500", "plan --help, 600", "check, 1500", "plan, 1700"})
    void areThoseThatACommandNeeds(String command, int most) throws Exception {
        List<String> loaded = loadedBy(command.split(" ", -1));

        assertThat(loaded.stream().filter(name -> NOT_NEEDED.stream().anyMatch(name::startsWith)))
                .isEmpty();
        assertThat(loaded).hasSizeBetween(10, most);
    }

    /** TLS is for whom it is spoken with: reading all authorities of the JDK takes 0.1 s. */
    @Test
    void aReleaseThroughASocketReadsNoCertificate(@TempDir Path folder) throws Exception {
        try (FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.GRAPH);
                UnixSocketRelay socket = UnixSocketRelay.to(engine, folder.resolve("docker.sock"))) {
            List<String> loaded = loadedBy(Map.of("DOCKER_HOST", socket.host()), "release", "--snapshot");

            assertThat(loaded)
                    .contains("com.github.dockerjava.transport.UnixSocket")
                    .doesNotContain("jdk.internal.event.X509CertificateEvent", "sun.security.ssl.SSLContextImpl")
                    .doesNotContain("com.fasterxml.jackson.databind.ObjectMapper")
                    .noneMatch(name -> name.startsWith("com.github.dockerjava.core.")
                            || name.startsWith("com.google.common.")
                            || name.startsWith("io.grpc."));
        }
    }

    /** Without those that are in the JDK's own archive, which every program has. */
    private List<String> loadedBy(String... command) throws IOException, InterruptedException {
        return loadedBy(Map.of(), command);
    }

    private List<String> loadedBy(Map<String, String> variables, String... command)
            throws IOException, InterruptedException {
        Path log = workspace.folder().resolveSibling("classes");
        List<String> words = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin/java")
                                        .toString(),
                                "-Xlog:class+load:file=" + log,
                                "-XX:TieredStopAtLevel=1",
                                "-Djdk.reflect.useNativeAccessorOnly=true",
                                "-Dpicocli.disable.closures=true",
                                "-Dpicocli.converters.excludes=java[.](sql|time)[.].*",
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                Main.class.getName()),
                        Stream.of(command))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(workspace.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(workspace.folder().resolveSibling("said").toFile());
        builder.environment().putAll(GitWorkspace.NO_SETTINGS);
        builder.environment().putAll(variables);
        int code = builder.start().waitFor();
        assertThat(code)
                .as(Files.readString(workspace.folder().resolveSibling("said")))
                .isZero();
        return Files.readAllLines(log).stream()
                .filter(line -> !line.contains("shared objects file"))
                .map(line -> line.substring(line.indexOf(' ', line.indexOf("[class,load]")) + 1))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .filter(name -> !name.contains("$$Lambda") && !name.contains("LambdaForm"))
                .toList();
    }
}
