package dev.jrelease.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.Images;
import dev.jrelease.concurrent.Pause;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.environment.Environment;
import dev.jrelease.http.PooledTransport;
import dev.jrelease.image.Access;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.IndexForm;
import dev.jrelease.image.IndexFormat;
import dev.jrelease.image.Place;
import dev.jrelease.image.Platform;
import dev.jrelease.image.SevenImages;
import dev.jrelease.places.Places;
import dev.jrelease.registry.DistributionServer;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code manifest create} writes is what {@code docker manifest push} writes, byte for byte. With {@code
 * -Dgolden.update=true} the files that IndexBuilderTest expects are written anew.
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
        registries = new Registries(new PooledTransport(nowhere), Credentials.of(nowhere, new Redactor()), Pause.SLEEP);
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
        assertThat(create(name, IndexFormat.AUTO).bytes()).isEqualTo(pushed);
        assertThat(repository.manifest("ours").bytes()).isEqualTo(pushed);
    }

    /** As someone who gives the images in any order, with the platforms that they do not state. */
    private ImageIndex create(String name, IndexFormat format) throws InterruptedException {
        List<String> annotations = new ArrayList<>();
        List<Place> sources = new ArrayList<>();
        SevenImages.platforms().forEach((tag, platform) -> {
            sources.add(place(name + ":" + tag));
            annotations.add(name + ":" + tag + "=" + platform);
        });
        IndexRequest request = new IndexRequest(
                List.of(place(name + ":ours")),
                new StatedPlatforms(annotations, List.of(), List.of()).of(sources, DockerManifestIT::place),
                Map.of(),
                format,
                IndexForm.DOCKER_MANIFEST,
                Optional.empty(),
                false);
        Environment nowhere = new Environment(Map.of(), folder, folder);
        try (Images images = new Images(nowhere, new Redactor(), _ -> {})) {
            Places places = images.places(Access.STRICT);
            IndexCreation creation = new IndexCreation(places, request, new ReleaseEvents((_, _) -> {}));
            ImageIndex made = creation.make();
            creation.publish(made, 4);
            return made;
        }
    }

    private static Place place(String text) {
        return Place.parse(text, _ -> false);
    }

    /** Images for Docker are those that skopeo makes. */
    @Test
    void convertsImagesAsSkopeoDoes() throws Exception {
        String name = server.address() + "/acme/converted";
        Repository repository = registries.repository(ImageReference.parse(name), Access.STRICT);
        Map<String, ImageManifest> images = SevenImages.ofOcisTypes().write(repository);
        images.forEach(repository::writeTag);

        ImageIndex list = create(name, IndexFormat.DOCKER);

        List<Digest> theirs = new ArrayList<>();
        for (String tag : images.keySet().stream().sorted().toList()) {
            run(List.of(
                    "skopeo",
                    "--insecure-policy",
                    "copy",
                    "--src-tls-verify=false",
                    "--dest-tls-verify=false",
                    "--format=v2s2",
                    "docker://" + name + ":" + tag,
                    "docker://" + name + ":skopeo-" + tag));
            theirs.add(repository.manifest("skopeo-" + tag).digest());
        }
        assertThat(list.manifests()).extracting(child -> child.digest()).containsExactlyElementsOf(theirs);
    }

    private void docker(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("docker", "--config", folder.resolve("docker").toString()));
        command.add("manifest");
        command.addAll(arguments);
        run(command);
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path log = folder.resolve("log.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    }
}
