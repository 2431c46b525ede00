package dev.jrelease.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.Images;
import dev.jrelease.environment.Environment;
import dev.jrelease.image.Access;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Place;
import dev.jrelease.image.layer.LayerBuilder;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Images that come out of an engine, and out of files that it saved. */
class EnginePlacesTest {
    private static final byte[] LAYER = new byte[2048];
    private static final byte[] CONFIG =
            ("{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\"," + "\"diff_ids\":[\""
                            + Digest.of(LAYER) + "\"]}}")
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ImageStore.class)
    void anImageOfAnEngineHasCompressedLayers(ImageStore store) throws Exception {
        try (FakeDockerEngine engine = FakeDockerEngine.start(store);
                Images images = images(engine);
                Places places = images.places(Access.STRICT)) {
            engine.pulled("docker.io/acme/base:1.0", "", CONFIG, List.of(LAYER));

            PlacedImage image = places.image("docker-daemon:acme/base:1.0");

            assertThat(((ImageManifest) image.manifest()).layers())
                    .singleElement()
                    .satisfies(layer ->
                            assertThat(MediaTypes.toOci(layer.mediaType())).isEqualTo(MediaTypes.OCI_LAYER_GZIP));
            assertThat(((ImageManifest) image.manifest()).config().digest()).isEqualTo(Digest.of(CONFIG));
        }
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void anImageThatTheEngineDoesNotHaveIsAFailure() {
        try (FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.GRAPH);
                Images images = images(engine);
                Places places = images.places(Access.STRICT)) {
            assertThatThrownBy(() -> places.image("docker-daemon:acme/base:2.0"))
                    .hasMessageContaining("could not read image docker.io/acme/base:2.0 from the Docker engine: ");
        }
    }

    @Test
    void anEngineTakesAnImageUnderATagOnly() {
        try (FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.GRAPH);
                Images images = images(engine);
                Places places = images.places(Access.STRICT)) {
            Place place = places.place("docker-daemon:acme/base@" + Digest.of(LAYER));

            assertThatThrownBy(() -> places.target(place, Optional.empty()))
                    .hasMessageContaining("an engine keeps images under tags");
        }
    }

    @Test
    void aFileThatIsNoArchiveIsAFailure() throws Exception {
        Files.writeString(folder.resolve("text.tar"), "no tar");
        Files.write(folder.resolve("saved.tar.gz"), LayerBuilder.gzip(LAYER));
        try (Images images = new Images(environment(Map.of()), new Redactor(), _ -> {});
                Places places = images.places(Access.STRICT)) {
            assertThatThrownBy(() -> places.image("docker-archive:text.tar"))
                    .hasMessage("could not read " + folder.resolve("text.tar")
                            + " as an archive of docker save: it has neither index.json nor manifest.json");
            assertThatThrownBy(() -> places.image("docker-archive:saved.tar.gz"))
                    .hasMessage("could not read " + folder.resolve("saved.tar.gz")
                            + " as an archive of docker save: it is compressed");
            assertThatThrownBy(() -> places.image("docker-archive:none.tar"))
                    .hasMessage("could not read " + folder.resolve("none.tar")
                            + " as an archive of docker save: there is no such file");
        }
    }

    private Images images(FakeDockerEngine engine) {
        return new Images(environment(Map.of("DOCKER_HOST", engine.host())), new Redactor(), _ -> {});
    }

    private Environment environment(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("TMPDIR", folder.toString());
        return new Environment(all, folder, folder);
    }
}
