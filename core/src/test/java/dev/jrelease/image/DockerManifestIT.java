package dev.jrelease.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.credentials.Credentials;
import dev.jrelease.environment.Environment;
import dev.jrelease.http.PooledTransport;
import dev.jrelease.process.ProcessRunner;
import dev.jrelease.registry.DistributionServer;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The bytes that {@code docker manifest push} writes are those that IndexBuilderTest expects. With {@code
 * -Dgolden.update=true} its files are written anew.
 */
@SuppressWarnings("NullAway.Init")
class DockerManifestIT {
    private static final Path FILES = Path.of("src/test/resources/dev/jrelease/image");

    private Path folder;
    private DistributionServer server;
    private Registries registries;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        this.folder = folder;
        DistributionServer.assumeInstalled();
        server = DistributionServer.plain(folder);
        Environment nowhere = new Environment(Map.of(), folder, folder);
        registries = new Registries(new PooledTransport(nowhere), Credentials.of(nowhere, new ProcessRunner(nowhere)));
    }

    @AfterEach
    void stop() {
        registries.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"docker-manifest-docker.json, true", "docker-manifest-oci.json, false"})
    void writesWhatIsExpected(String file, boolean docker) throws Exception {
        String name = server.address() + "/acme/seven";
        Repository repository = registries.repository(ImageReference.parse(name), Access.STRICT);
        SevenImages seven = docker ? SevenImages.ofDockersTypes() : SevenImages.ofOcisTypes();
        seven.write(repository).forEach(repository::writeTag);

        List<String> create = new ArrayList<>(List.of("create", "--insecure", name + ":1.0"));
        SevenImages.platforms().keySet().forEach(tag -> create.add(name + ":" + tag));
        docker(create);
        for (Map.Entry<String, Platform> each : SevenImages.platforms().entrySet()) {
            if (!each.getValue().variant().isEmpty()) {
                docker(List.of(
                        "annotate",
                        name + ":1.0",
                        name + ":" + each.getKey(),
                        "--variant",
                        each.getValue().variant()));
            }
        }
        docker(List.of("push", "--insecure", name + ":1.0"));

        byte[] pushed = repository.manifest("1.0").bytes();
        if (Boolean.getBoolean("golden.update")) {
            Files.write(FILES.resolve(file), pushed);
        }
        assertThat(pushed).isEqualTo(Files.readAllBytes(FILES.resolve(file)));
    }

    private void docker(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("docker", "--config", folder.resolve("docker").toString()));
        command.add("manifest");
        command.addAll(arguments);
        Path log = folder.resolve("docker.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    }
}
