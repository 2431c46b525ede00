package dev.jrelease.docker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.exception.NotFoundException;
import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The engine that DOCKER_HOST names, else the local one. Where none answers, tests are skipped, except with CI=true. */
final class RealEngine implements EngineUnderTest {
    private static final Path SHELL = Path.of("/bin/busybox");
    private static final String REPOSITORY = "jrelease-test/shell";
    private static final String BASE = REPOSITORY + ":1";
    private static final String HOST =
            Optional.ofNullable(System.getenv("DOCKER_HOST")).orElse("unix:///var/run/docker.sock");

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

    static void removeBase() {
        try (EngineConnection connection = connection()) {
            connection.client().removeImageCmd(BASE).exec();
        } catch (NotFoundException | ReleaseException neverMade) {
            // Nothing to do.
        }
    }

    @Override
    public String host() {
        return HOST;
    }

    @Override
    public String base() {
        return BASE;
    }

    @Override
    public void prepareBase(DockerEngine engine, Path folder) throws IOException, InterruptedException {
        try (EngineConnection connection = connection()) {
            if (!hasBase(connection)) {
                ImageBuild build =
                        ImageBuild.of(EngineTest.AMD64, shell().in(folder)).build();
                ImageId id = engine.build(build, BuildListener.SILENT);
                connection.client().tagImageCmd(id.toString(), REPOSITORY, "1").exec();
            }
        }
    }

    private static boolean hasBase(EngineConnection connection) {
        try {
            connection.client().inspectImageCmd(BASE).exec();
            return true;
        } catch (NotFoundException absent) {
            return false;
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
