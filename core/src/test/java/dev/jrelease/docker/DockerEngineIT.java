package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.Image;
import dev.jrelease.docker.buildkit.BuildEvent;
import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract on the engine that DOCKER_HOST names, else the local one; and what only a real one can show. */
class DockerEngineIT extends DockerEngineContract {
    private static final Path SHELL = Path.of("/bin/busybox");
    private static final String BASE = "jrelease-test/shell";
    private static final String HOST =
            Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("unix:///var/run/docker.sock");

    @BeforeAll
    static void findEngine() {
        boolean required = "true".equals(System.getenv("CI"));
        try (DockerEngine engine = engine(HOST, new Redactor())) {
            System.out.println("testing with " + engine.info() + " at " + HOST);
        } catch (ReleaseException absent) {
            if (required) {
                throw absent;
            }
            System.out.println("skipped: " + absent.getMessage());
            assumeTrue(false, absent.getMessage());
        }
        assumeTrue(required || Files.isExecutable(SHELL), "install busybox-static");
    }

    @Override
    String host() {
        return HOST;
    }

    @Override
    String base() {
        return BASE + ":1";
    }

    @Override
    void prepareBase() throws IOException, InterruptedException {
        try (EngineConnection connection = connection()) {
            boolean there = connection.client().listImagesCmd().exec().stream()
                    .map(Image::getRepoTags)
                    .anyMatch(tags -> tags != null && List.of(tags).contains(base()));
            if (!there) {
                ImageId id = engine.build(of(shell()).build(), BuildListener.SILENT);
                connection.client().tagImageCmd(id.toString(), BASE, "1").exec();
            }
        }
    }

    private static EngineConnection connection() {
        Path nowhere = Path.of("/nonexistent");
        return EngineConnection.open(EngineAddress.of(new Environment(Map.of("DOCKER_HOST", HOST), nowhere, nowhere)));
    }

    private static BuildContext shell() throws IOException {
        return BuildContext.of("""
                        FROM scratch
                        COPY busybox /bin/sh
                        COPY busybox /bin/sleep
                        COPY busybox /bin/cat
                        COPY busybox /bin/uname
                        """).with("busybox", Files.readAllBytes(SHELL));
    }

    @Override
    void release() {}

    @Override
    boolean isRunning(String command) {
        byte[] words = (command.replace(' ', '\0') + "\0").getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .anyMatch(process -> java.util.Arrays.equals(words, commandLine(process)));
        } catch (IOException noProcesses) {
            throw new AssertionError(noProcesses);
        }
    }

    private static byte[] commandLine(Path process) {
        try {
            return Files.readAllBytes(process.resolve("cmdline"));
        } catch (IOException ended) {
            return new byte[0];
        }
    }

    @Test
    void handsSecretsToTheStepsThatAskForThem() throws Exception {
        ImageBuild build = of(BuildContext.of("FROM " + base() + "\n"
                        + "RUN --mount=type=secret,id=token cat /run/secrets/token; echo; echo " + unique() + "\n"))
                .secrets(Map.of("token", new Secret("very-secret-token")))
                .build();

        build(build);

        assertThat(events)
                .anyMatch(event -> event instanceof BuildEvent.Output(var step, String line) && line.equals("***"))
                .noneMatch(event -> event.toString().contains("very-secret-token"));
    }

    @Test
    void saysWhichSecretIsMissing() throws Exception {
        ImageBuild build = of(BuildContext.of("FROM " + base() + "\n"
                        + "RUN --mount=type=secret,id=nope,required=true cat /run/secrets/nope; echo " + unique()
                        + "\n"))
                .build();

        assertThatThrownBy(() -> build(build)).hasMessageContaining("nope").hasMessageContaining("not found");
    }

    @Test
    void exportsTheLayersThatTheEngineInspects() throws Exception {
        ImageId id = build(of(BuildContext.of("FROM " + base() + "\nRUN echo " + unique() + " > /words\n"))
                .build());

        ImageManifest manifest = engine.export(id, AMD64, sink);

        try (EngineConnection connection = connection()) {
            InspectImageResponse inspected =
                    connection.client().inspectImageCmd(id.toString()).exec();
            assertThat(inspected.getRootFS())
                    .isNotNull()
                    .satisfies(root -> assertThat(root.getLayers())
                            .isEqualTo(config(manifest).diffIds()));
        }
    }

    @Test
    void keepsImagesThatHaveATag() {
        try (EngineConnection connection = connection()) {
            String inspected = String.valueOf(
                    connection.client().inspectImageCmd(base()).exec().getId());
            ImageId id = ImageId.parse(inspected).orElseThrow();

            engine.remove(id);

            assertThat(engine.contains(id)).isTrue();
        }
    }
}
