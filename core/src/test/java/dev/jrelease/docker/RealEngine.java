package dev.jrelease.docker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The engine that DOCKER_HOST names, else the local one. Where none answers, tests are skipped, except with CI=true. */
final class RealEngine implements EngineUnderTest {
    private static final Path SHELL = Path.of("/bin/busybox");
    private static final String HOST =
            Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("unix:///var/run/docker.sock");

    private final String repository;

    /** @param tests whose base this is, as classes of tests run side by side */
    RealEngine(Class<?> tests) {
        this.repository = "jrelease-test/" + tests.getSimpleName().toLowerCase(Locale.ROOT);
    }

    static void require() {
        try (DockerEngine engine = EngineTest.engine(HOST, new Redactor())) {
            System.out.println("testing with " + engine.info() + " at " + HOST);
        } catch (ReleaseException absent) {
            skip(absent);
        }
        if (!Files.isExecutable(SHELL)) {
            skip(new IllegalStateException("no " + SHELL + ": install busybox-static"));
        }
    }

    private static void skip(RuntimeException failure) {
        if ("true".equals(System.getenv("CI"))) {
            throw failure;
        }
        System.out.println("skipped: " + failure.getMessage());
        assumeTrue(false, failure.getMessage());
    }

    static EngineConnection connection() {
        return EngineConnection.open(EngineAddress.of(EngineTest.environment(HOST)));
    }

    /** docker-java's client, which knows what {@link ImageCalls} does not. */
    static DockerClient client() {
        return DockerClientImpl.getInstance(
                new DefaultDockerClientConfig.Builder().withDockerHost(HOST).build(),
                new ApacheDockerHttpClient.Builder()
                        .dockerHost(URI.create(HOST))
                        .build());
    }

    void removeBase() throws IOException {
        try (EngineConnection connection = connection()) {
            new ImageCalls(connection).remove(base());
        } catch (ReleaseException noEngine) {
            // Nothing to do.
        }
    }

    @Override
    public String host() {
        return HOST;
    }

    @Override
    public String base() {
        return repository + ":1";
    }

    @Override
    public void prepareBase(DockerEngine engine, Path folder) throws IOException, InterruptedException {
        try (EngineConnection connection = connection()) {
            ImageCalls images = new ImageCalls(connection);
            if (images.image(base()).isEmpty()) {
                ImageBuild build =
                        ImageBuild.of(EngineTest.AMD64, shell().in(folder)).build();
                images.tag(engine.build(build, BuildListener.SILENT), repository, "1");
            }
        }
    }

    private static BuildContext shell() throws IOException {
        return BuildContext.of("""
                        FROM scratch
                        COPY busybox /bin/sh
                        COPY busybox /bin/sleep
                        COPY busybox /bin/cat
                        """).with("busybox", Files.readAllBytes(SHELL));
    }

    @Override
    public boolean isRunning(String command) {
        byte[] words = (command.replace(' ', '\0') + "\0").getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .anyMatch(process -> Arrays.equals(words, commandLine(process)));
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

    @Override
    public void close() {}
}
