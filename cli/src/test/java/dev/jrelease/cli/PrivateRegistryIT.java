package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Login;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real engine with registries that let not everyone in. */
@ExtendWith(RealEngine.class)
@SuppressWarnings("NullAway.Init")
class PrivateRegistryIT {
    private static final String PASSWORD = "correct-horse-battery";
    private static final String CONFIG = """
            version: 1
            project_name: shell
            dockers:
              - platforms: [linux/amd64]
                extra_files: [hello]
                image_templates: ["{{ .Env.REGISTRY }}/acme/app:{{ version }}-amd64"]
            docker_manifests:
              - name_template: "{{ .Env.REGISTRY }}/acme/app:{{ version }}"
                image_templates: ["{{ .Env.REGISTRY }}/acme/app:{{ version }}-amd64"]
            """;

    private Path folder;
    private GitWorkspace workspace;

    @BeforeEach
    void makeRepository(@TempDir Path temporary) throws InterruptedException {
        folder = temporary;
        workspace = GitWorkspace.create(folder.resolve("shell"))
                .write("unique", UUID.randomUUID().toString())
                .writeProgram("hello", Example.program("amd64"));
    }

    @AfterEach
    void theEngineKeptNothing() throws IOException, InterruptedException {
        assertThat(RealEngine.imagesOf(workspace.head())).isEmpty();
    }

    @Test
    void runsStepsOnAPrivateBaseWithWhatDockerLoginLeft() throws Exception {
        try (FakeRegistry registry =
                FakeRegistry.builder().login(Login.token("anna", PASSWORD)).start()) {
            ShellImage.addTo(registry, "private/shell", "1");
            String login = logIn(registry);
            String base = registry.address() + "/private/shell:1";
            Jrelease jrelease = project(registry, base, CONFIG).with("DOCKER_CONFIG", login);

            Outcome released = jrelease.run("release", "--verbose");

            assertThat(released.code()).as(released.toString()).isZero();
            assertThat(released.err()).contains("| machine x86_64");
            assertThat(registry.tagWrites()).containsExactly("acme/app:1.2.3-amd64", "acme/app:1.2.3");
            String image = registry.address() + "/acme/app:1.2.3";
            try {
                assertThat(Tool.run("docker", "--config", login, "run", "--rm", "--pull", "always", image))
                        .isEqualTo("hello from linux/amd64\n");
            } finally {
                Tool.run("docker", "image", "rm", "--force", image);
            }
            assertThat(released.toString()).doesNotContain(PASSWORD).doesNotContain(encoded());
        }
    }

    @Test
    void isRefusedByAPrivateRegistryWithoutALogin() throws Exception {
        try (FakeRegistry registry =
                FakeRegistry.builder().login(Login.token("anna", PASSWORD)).start()) {
            ShellImage.addTo(registry, "private/shell", "1");
            Jrelease jrelease = project(registry, registry.address() + "/private/shell:1", CONFIG);

            Outcome released = jrelease.run("release");

            assertThat(released.code()).as(released.toString()).isEqualTo(ExitCode.REGISTRY.code());
            assertThat(released.err()).contains("docker login " + registry.address());
            assertThat(registry.writes()).isEmpty();
        }
    }

    @Test
    void acceptsAnUntrustedCertificateOnlyWhereItIsAskedTo() throws Exception {
        try (FakeRegistry registry = FakeRegistry.builder().selfSigned().start()) {
            Outcome refused = project(registry, "scratch", CONFIG).run("release");

            assertThat(refused.code()).as(refused.toString()).isEqualTo(ExitCode.REGISTRY.code());
            assertThat(refused.err()).contains("certificate").contains("insecure");
            assertThat(registry.writes()).isEmpty();

            Outcome released = project(registry, "scratch", CONFIG + "    push_flags: [--insecure]\n")
                    .run("release", "--clean", "--tag", "v1.2.4");

            assertThat(released.code()).as(released.toString()).isZero();
            assertThat(registry.tagWrites()).containsExactly("acme/app:1.2.4-amd64", "acme/app:1.2.4");
        }
    }

    private Jrelease project(FakeRegistry registry, String base, String config) throws InterruptedException {
        String run = base.equals("scratch") ? "" : "RUN echo machine $(uname -m) $(echo " + UUID.randomUUID() + ")\n";
        workspace
                .write("Dockerfile", "FROM " + base + "\n" + run + "COPY hello /hello\nENTRYPOINT [\"/hello\"]\n")
                .write(".release.yaml", config)
                .write(".gitignore", "dist/\n")
                .commit("Say hello")
                .tag(workspace.git("tag").isEmpty() ? "v1.2.3" : "v1.2.4");
        return RealEngine.known(Jrelease.in(workspace)).with("REGISTRY", registry.address());
    }

    /** Leaves what {@code docker login} would, and returns the folder. */
    private String logIn(FakeRegistry registry) throws IOException {
        Path login = Files.createDirectories(folder.resolve("login"));
        Files.writeString(
                login.resolve("config.json"),
                "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(registry.address(), encoded()));
        return login.toString();
    }

    private static String encoded() {
        return Base64.getEncoder().encodeToString(("anna:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }
}
