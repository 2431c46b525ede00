package dev.jrelease.cli;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** A real registry, the reference implementation as Debian packages it, in a container of its own. */
final class RegistryContainer extends GenericContainer<RegistryContainer> {
    private static final String IMAGE = "jrelease-test/registry:latest";
    private static final Path PROGRAM = Path.of("/usr/bin/docker-registry");
    private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");
    private static final int PORT = 5000;
    private static final String CONFIGURATION = """
            version: 0.1
            storage: {filesystem: {rootdirectory: /data}}
            http: {addr: ":5000"}
            """;

    RegistryContainer(Path scratch) throws IOException, InterruptedException {
        super(build(scratch));
        withExposedPorts(PORT);
        waitingFor(Wait.forHttp("/v2/").forPort(PORT));
    }

    /** The program and the libraries it is linked to are the whole image. */
    private static String build(Path context) throws IOException, InterruptedException {
        List<String> dockerfile = new ArrayList<>(List.of("FROM scratch"));
        Files.copy(PROGRAM, context.resolve("docker-registry"));
        Files.writeString(context.resolve("config.yml"), CONFIGURATION);
        dockerfile.add("COPY docker-registry config.yml /");
        Matcher libraries = LIBRARY.matcher(Tool.run("ldd", PROGRAM.toString()));
        while (libraries.find()) {
            Path library = Path.of(libraries.group(1));
            Files.copy(library, context.resolve(library.getFileName()));
            dockerfile.add("COPY " + library.getFileName() + " " + library);
        }
        dockerfile.add("ENTRYPOINT [\"/docker-registry\", \"serve\", \"/config.yml\"]");
        Files.write(context.resolve("Dockerfile"), dockerfile);
        DockerClient client = DockerClientFactory.lazyClient();
        client.buildImageCmd(context.toFile())
                .withTags(Set.of(IMAGE))
                .exec(new BuildImageResultCallback())
                .awaitImageId();
        return IMAGE;
    }

    /** The host and port as an image reference has them. */
    String address() {
        return "localhost:" + getMappedPort(PORT);
    }

    @Override
    public void close() {
        super.close();
        getDockerClient().removeImageCmd(IMAGE).exec();
    }
}
