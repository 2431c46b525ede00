package dev.jrelease.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every folder in {@code src/test/projects} has the build files of a repository, the address of its remote, and what
 * init makes of it. With {@code -Dgolden.update=true} that is written anew.
 */
class InitialisationTest {
    private static final Path PROJECTS = Path.of("src/test/projects");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    /** Nobody listens there, so that the base is not pinned. */
    private static final String NO_REGISTRY = "localhost:1/base:1";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @TestFactory
    Stream<DynamicTest> makesWhatIsWritten() throws IOException {
        try (Stream<Path> projects = Files.list(PROJECTS)) {
            return projects.sorted().toList().stream()
                    .map(project ->
                            DynamicTest.dynamicTest(String.valueOf(project.getFileName()), () -> check(project)));
        }
    }

    private void check(Path files) throws Exception {
        GitWorkspace workspace = GitWorkspace.create(folder.resolve(files.getFileName()));
        workspace.copy(files);
        Path golden = files.resolve("init.txt");
        Path remote = files.resolve("remote");
        if (Files.exists(remote)) {
            workspace.git("remote", "add", "origin", Files.readString(remote).strip());
        }
        String made = made(workspace.folder());
        if (UPDATE) {
            Files.writeString(golden, made);
        }
        assertThat(made).isEqualTo(Files.readString(golden));
    }

    private static String made(Path project) throws InterruptedException {
        try (Releaser releaser = releaser(project)) {
            Initialisation initialisation = releaser.initialisation();
            Proposal proposal = initialisation.propose();
            Choices choices = new Choices(proposal.image(), platforms(proposal), true, Optional.of(NO_REGISTRY));
            InitialFiles made = initialisation.files(proposal, choices);
            String text = made.files().getOrDefault(".release.yaml", "");
            assertThat(releaser.check(ConfigFile.of(".release.yaml", text))
                            .problems()
                            .list())
                    .isEmpty();
            StringBuilder all = new StringBuilder("found " + proposal.describe() + "\n");
            if (proposal.project() instanceof Project.Programs programs) {
                all.append("base  ").append(programs.base()).append('\n');
            }
            made.files()
                    .forEach((name, content) ->
                            all.append("\n=== ").append(name).append('\n').append(content));
            return all.toString();
        }
    }

    /** Those of this host are others elsewhere. */
    private static List<String> platforms(Proposal proposal) {
        return proposal.platforms().size() > 1 ? proposal.platforms() : List.of("linux/amd64");
    }

    private static Releaser releaser(Path project) {
        Map<String, String> variables = new LinkedHashMap<>(GitWorkspace.NO_SETTINGS);
        variables.put("PATH", System.getenv("PATH"));
        return new Releaser(new Environment(variables, project, project), new Redactor(), Instant.EPOCH);
    }

    @Test
    void theBaseIsPinnedByTheDigestOfItsIndex() throws Exception {
        Files.copy(PROJECTS.resolve("boot-maven/pom.xml"), folder.resolve("pom.xml"));
        try (FakeRegistry registry = FakeRegistry.start();
                Releaser releaser = releaser(folder)) {
            String index =
                    "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":[{"
                            + "\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"size\":2,"
                            + "\"digest\":\"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\","
                            + "\"platform\":{\"os\":\"linux\",\"architecture\":\"amd64\"}}]}";
            String digest = registry.addManifest(
                    "java/jre",
                    "21",
                    "application/vnd.oci.image.index.v1+json",
                    index.getBytes(StandardCharsets.UTF_8));
            Initialisation initialisation = releaser.initialisation();
            Proposal proposal = initialisation.propose();
            String base = registry.address() + "/java/jre:21";

            InitialFiles made = initialisation.files(
                    proposal, new Choices("acme/x", proposal.platforms(), false, Optional.of(base)));

            assertThat(made.files().get("Dockerfile")).contains("FROM " + base + "@" + digest + "\n");
            assertThat(made.files().get(".release.yaml")).contains("platforms: [linux/amd64]\n");
            assertThat(made.notes()).containsExactly("left out linux/arm64: " + base + " is not for it");
        }
    }

    @Test
    void theEmptyBaseHasNoDigestToPin() throws Exception {
        GitWorkspace workspace = GitWorkspace.create(folder.resolve("go"))
                .write("go.mod", "module acme/x\n")
                .write("main.go", "package main\n\nfunc main() {}\n");
        try (Releaser releaser = releaser(workspace.folder())) {
            Initialisation initialisation = releaser.initialisation();

            InitialFiles made = initialisation.files(initialisation.propose(), on("scratch"));

            assertThat(made.files().get("Dockerfile"))
                    .contains("\nFROM scratch\n")
                    .doesNotContain("Pin it", "pinned");
            assertThat(made.files().get(".release.yaml")).contains("platforms: [linux/amd64, linux/arm64]\n");
            assertThat(made.notes()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boot-maven", "gradle-application", "quarkus"})
    void theEmptyBaseIsRefusedForAProgramThatNeedsJava(String project) throws Exception {
        GitWorkspace workspace = GitWorkspace.create(folder.resolve(project)).copy(PROJECTS.resolve(project));
        try (Releaser releaser = releaser(workspace.folder())) {
            Initialisation initialisation = releaser.initialisation();
            Proposal proposal = initialisation.propose();

            assertThatThrownBy(() -> initialisation.files(proposal, on("scratch")))
                    .hasMessage("could not use the base image scratch: it has no Java, which the program needs");
        }
    }

    private static Choices on(String base) {
        return new Choices("acme/x", List.of("linux/amd64", "linux/arm64"), false, Optional.of(base));
    }

    @ParameterizedTest
    @CsvSource({
        "'', .github/workflows/release.yml",
        ".github/workflows/release.yml, .github/workflows/jrelease.yml",
    })
    void theWorkflowGetsAFreeName(String existing, String made) throws Exception {
        GitWorkspace workspace = GitWorkspace.create(folder.resolve("work"))
                .write("go.mod", "module x\n")
                .write("main.go", "");
        if (!existing.isEmpty()) {
            workspace.write(existing, "name: release\n");
        }
        try (Releaser releaser = releaser(workspace.folder())) {
            Initialisation initialisation = releaser.initialisation();
            Choices choices = new Choices("acme/x", List.of("linux/arm/v7"), true, Optional.of(NO_REGISTRY));

            InitialFiles files = initialisation.files(initialisation.propose(), choices);

            assertThat(files.files()).containsKey(made);
            assertThat(files.files().get(".release.yaml")).contains("targets: [linux_arm_7]\n");
        }
    }

    @Test
    void aProjectThatIsNotRecognisedIsRefused() throws Exception {
        Files.writeString(folder.resolve("README.md"), "");
        try (Releaser releaser = releaser(folder)) {
            assertThatThrownBy(() -> releaser.initialisation().propose())
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageContaining(
                            "there is no Dockerfile, and no program that is built with Maven, Gradle or Go");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pom.xml, <project><artifactId>library</artifactId></project>",
        "build.gradle, 'plugins { id ''application'' }'",
        "build.gradle.kts, plugins { application }",
    })
    void aBuildWhoseMainClassIsNotFoundIsRefused(String file, String content) throws Exception {
        Files.writeString(folder.resolve(file), content);
        try (Releaser releaser = releaser(folder)) {
            assertThatThrownBy(() -> releaser.initialisation().propose())
                    .isInstanceOfSatisfying(
                            ReleaseException.class,
                            refusal -> assertThat(refusal.hint())
                                    .hasValue("name the main class in " + file
                                            + ", or write a Dockerfile, and run jrelease init again"))
                    .hasMessageEndingWith("there is no Dockerfile, and no main class: " + file
                            + " names none, and src/main has none that could be meant");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "git@github.com:Acme/Hello.git, ghcr.io/acme/hello",
        "https://github.com/acme/hello, ghcr.io/acme/hello",
        "ssh://git@gitlab.com:22/acme/team/x.git, registry.gitlab.com/acme/team/x",
        "https://git.example.com/acme/x.git, ",
        "../x, ",
    })
    void theImageIsCalledByTheRemote(String remote, String image) {
        assertThat(Names.image(remote).orElse(null)).isEqualTo(image);
    }

    @ParameterizedTest
    @CsvSource({"Hello, hello", "My App, myapp", "a--b_, a-b", "-x, x", "Ünïx, nx", "---, app"})
    void aNameOfAProgramIsOneOfAFile(String name, String program) {
        assertThat(Names.program(name)).isEqualTo(program);
    }
}
