package dev.jrelease.cli;

import static dev.jrelease.cli.Started.answers;
import static dev.jrelease.cli.Started.prints;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jrelease.Images;
import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.environment.Environment;
import dev.jrelease.secret.Redactor;
import dev.jrelease.serve.LayoutServer;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Projects of {@code core/src/test/projects} from {@code jrelease init} to containers that run: their build tools make
 * them, with libraries of Maven Central. {@code make projects} runs this.
 */
@Tag("projects")
@ExtendWith(RealEngine.class)
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ProjectsIT {
    private static final Path PROJECTS = Path.of("../core/src/test/projects");

    /** Projects that nothing here can build, with the reason. What init makes of them is tested all the same. */
    private static final Map<String, String> NOT_BUILT = Map.of(
            "boot-gradle-modules", "needs Gradle 7 or newer",
            "micronaut-gradle", "needs Gradle 8 or newer",
            "dockerfile-with-stages", "needs bases of Docker Hub",
            "native-boot-gradle", "needs GraalVM and Gradle 8 or newer",
            "native-boot-maven", "needs GraalVM",
            "native-gradle-modules", "needs GraalVM and Gradle 7 or newer",
            "native-maven", "needs GraalVM",
            "native-quarkus", "needs GraalVM");

    private static FakeRegistry registry;
    private static String base;

    @BeforeAll
    static void offerTheBase(@TempDir Path folder) throws Exception {
        registry = FakeRegistry.builder().storingIn(folder).start();
        DebianJre.addTo(registry, "java/jre", "25");
        base = registry.address() + "/java/jre:25";
    }

    @AfterAll
    static void close() {
        registry.close();
    }

    static Stream<Arguments> projects() {
        return Stream.of(
                arguments("boot-maven", List.of(answers("acme/hello", "hello from Spring Boot"))),
                arguments(
                        "maven-modules",
                        List.of(
                                prints("acme/parts-orders", "hello from orders"),
                                prints("acme/parts-stock", "hello from stock"))),
                arguments(
                        "same-names",
                        List.of(
                                prints("acme/pair-server", "hello from the first server"),
                                prints("acme/pair-two-server", "hello from the second server"))),
                arguments("quarkus", List.of(answers("acme/team/rest", "hello from Quarkus"))),
                arguments("micronaut-maven", List.of(answers("acme/mn", "hello from Micronaut"))),
                arguments("dockerfile-of-a-jar", List.of(prints("acme/jar", "hello from a jar in one layer"))),
                arguments(
                        "gradle-application",
                        List.of(prints("acme/calc", "hello from Gradle").everywhere())),
                arguments("assembled-jar", List.of(prints("acme/teller", "hello from an assembled jar"))),
                arguments("shaded-jar", List.of(prints("tool", "hello from a shaded jar"))),
                arguments(
                        "plain-main-class",
                        List.of(prints("plain", "hello from a main class").everywhere())),
                arguments(
                        "go",
                        List.of(
                                prints("acme/tools-first", "hello from the first program")
                                        .everywhere(),
                                prints("acme/tools-second", "hello from the second program"))));
    }

    @Test
    void everyProjectIsBuiltOrHasAReason() throws IOException {
        TreeSet<String> known = new TreeSet<>(NOT_BUILT.keySet());
        projects().forEach(project -> known.add((String) project.get()[0]));
        try (Stream<Path> folders = Files.list(PROJECTS)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(known);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("projects")
    void runsAsInitReleasesIt(String name, List<Started> programs, @TempDir Path folder) throws Exception {
        GitWorkspace workspace = project(name, folder.resolve(name));
        Jrelease jrelease = RealEngine.known(Jrelease.in(workspace))
                .with("JAVA_HOME", java(name))
                .with("HOME", System.getProperty("user.home"));
        String empty = name.equals("go") ? "scratch" : base;
        run(jrelease, "init", "--yes", "--base", empty);
        workspace.commit("Release");
        assertThat(run(jrelease, "check").err()).isEmpty();
        run(jrelease, "release", "--snapshot");
        assertThat(workspace.changes()).isEmpty();
        Environment environment = new Environment(Map.of(), folder, workspace.folder());
        try (Images images = new Images(environment, new Redactor(), _ -> {});
                LayoutServer server = images.serve(workspace.folder().resolve("dist/oci"), 0)) {
            List<String> snapshots = server.references().stream()
                    .filter(reference -> reference.contains("-SNAPSHOT-"))
                    .toList();
            assertThat(snapshots).hasSameSizeAs(programs);
            for (Started program : programs) {
                program.verify(snapshots);
            }
        }
    }

    private static GitWorkspace project(String name, Path folder) throws Exception {
        GitWorkspace workspace = GitWorkspace.create(folder).copy(PROJECTS.resolve(name));
        Path remote = folder.resolve("remote");
        if (Files.exists(remote)) {
            workspace.git("remote", "add", "origin", Files.readString(remote).strip());
        }
        Path dockerfile = folder.resolve("Dockerfile");
        if (Files.exists(dockerfile)) {
            Files.writeString(dockerfile, Files.readString(dockerfile).replaceFirst("FROM .*", "FROM " + base));
        }
        return workspace
                .write(".gitignore", "target/\nbuild/\n.gradle/\ndist/\ndependency-reduced-pom.xml\n")
                .commit("Begin");
    }

    /** Debian's Gradle needs Debian's Java. */
    private static String java(String name) {
        return name.startsWith("gradle") ? "/usr/lib/jvm/default-java" : System.getProperty("java.home");
    }

    private static Outcome run(Jrelease jrelease, String... arguments) {
        Outcome outcome = jrelease.run(arguments);
        assertThat(outcome.code()).as("%s", outcome).isZero();
        return outcome;
    }
}
