package dev.jrelease.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.concurrent.Pause;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.http.PooledTransport;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.LayerPlace.InFile;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Repositories;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A layout whose image has a layer in a repository. */
class LayersElsewhereTest {
    private static final byte[] CONTENT = "layer".getBytes(UTF_8);
    private static final byte[] CONFIG = "{\"os\":\"linux\"}".getBytes(UTF_8);
    private static final Descriptor LAYER =
            new Descriptor(MediaTypes.OCI_LAYER_GZIP, Digest.of(CONTENT), CONTENT.length);

    private final FakeRegistry registry = FakeRegistry.start();
    private final Path folder;
    private final Registries registries;
    private final ImageReference name = ImageReference.parse(registry.address() + "/acme/hello:1.0");
    private final InRepository place = new InRepository(name, Access.STRICT);

    LayersElsewhereTest(@TempDir Path folder) {
        Environment environment = new Environment(Map.of(), folder.resolve("home"), folder);
        this.folder = folder.resolve("oci");
        this.registries = new Registries(
                new PooledTransport(environment), Credentials.of(environment, new Redactor()), Pause.SLEEP);
    }

    @BeforeEach
    void push() throws IOException {
        repository().writeBlob(LAYER, () -> new ByteArrayInputStream(CONTENT));
    }

    private Repository repository() {
        return registries.repository(name, Access.STRICT);
    }

    @AfterEach
    void end() {
        registries.close();
        registry.close();
    }

    private OciLayout create() {
        return OciLayout.create(folder, registries::repository);
    }

    private ImageManifest write(OciLayout layout) throws IOException {
        layout.noteElsewhere(LAYER, place);
        Descriptor config = new Descriptor(MediaTypes.OCI_CONFIG, Digest.of(CONFIG), CONFIG.length);
        layout.writeBlob(config, () -> new ByteArrayInputStream(CONFIG));
        ImageManifest image = ImageManifest.of(config, List.of(LAYER));
        layout.writeManifest(image);
        layout.tag(name.toString(), image.descriptor());
        return image;
    }

    private static String read(OciLayout layout) throws IOException {
        try (InputStream content = layout.blob(LAYER)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private long fetches() {
        return registry.requests().stream()
                .filter(request ->
                        request.method().equals("GET") && request.path().contains("/blobs/sha256:"))
                .count();
    }

    @Test
    void hasItsManifestAndItsConfigurationHere() throws IOException {
        try (OciLayout layout = create()) {
            ImageManifest image = write(layout);
            assertThat(layout.manifest(image.digest())).isEqualTo(image);
            assertThat(layout.config(image).platform().os()).isEqualTo("linux");
            assertThat(layout.hasBlob(LAYER)).isTrue();
            assertThat(layout.place(LAYER)).contains(place);
            assertThat(layout.file(LAYER.digest())).doesNotExist();
        }
        assertThat(fetches()).isZero();
    }

    @Test
    void fetchesItOnceForAllThatAskAndKeepsIt() throws Exception {
        try (OciLayout layout = create()) {
            write(layout);
            Callable<String> reading = () -> read(layout);
            assertThat(Parallel.run(4, Collections.nCopies(4, reading))).containsOnly("layer");
            assertThat(layout.place(LAYER)).contains(new InFile(layout.file(LAYER.digest())));
        }
        assertThat(fetches()).isOne();
        assertThat(read(OciLayout.open(folder))).isEqualTo("layer");
    }

    @Test
    void isReadFromTheRepositoryInALaterRunAlsoWhereNothingIsWritten() throws IOException {
        try (OciLayout layout = create()) {
            write(layout);
        }
        OciLayout layout = OciLayout.open(folder, registries::repository);
        assertThat(read(layout)).isEqualTo("layer");
        assertThat(layout.file(LAYER.digest())).doesNotExist();
    }

    @Test
    void saysWhereItIsIfNoRegistryIsAsked() throws IOException {
        try (OciLayout layout = create()) {
            write(layout);
        }
        OciLayout layout = OciLayout.open(folder, Repositories.NONE);
        assertThatThrownBy(() -> read(layout))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("it is in " + name.name());
    }

    @Test
    void saysWhereItWasAndWhatToDoIfItIsGone() throws IOException {
        try (OciLayout layout = create()) {
            ImageReference other = ImageReference.parse(registry.address() + "/acme/other:1.0");
            layout.noteElsewhere(LAYER, new InRepository(other, Access.STRICT));
            assertThatThrownBy(() -> read(layout))
                    .isInstanceOfSatisfying(
                            ReleaseException.class,
                            gone -> assertThat(gone.hint())
                                    .contains("if it is gone there, build the image again: jrelease release"))
                    .hasMessageStartingWith("could not read layer " + LAYER.digest() + " of " + folder + ": it is in "
                            + other.name() + " only: HTTP 404");
            assertThat(layout.file(LAYER.digest())).doesNotExist();
        }
    }

    @Test
    void isNotThereInALaterRunBeforeSomebodyHasLooked() throws IOException {
        try (OciLayout layout = create()) {
            write(layout);
        }
        try (OciLayout layout = create()) {
            assertThat(layout.hasBlob(LAYER)).isFalse();
            assertThat(layout.findElsewhere(LAYER, place, Digest.EMPTY)).isTrue();
            assertThat(layout.hasBlob(LAYER)).isTrue();
        }
    }

    @Test
    void isNotFoundWhereItIsNotOrWhereNothingAnswers() throws IOException {
        try (OciLayout layout = create()) {
            ImageReference other = ImageReference.parse(registry.address() + "/acme/other:1.0");
            ImageReference gone = ImageReference.parse("localhost:1/acme/hello:1.0");
            assertThat(layout.findElsewhere(LAYER, new InRepository(other, Access.STRICT), Digest.EMPTY))
                    .isFalse();
            assertThat(layout.findElsewhere(LAYER, new InRepository(gone, Access.STRICT), Digest.EMPTY))
                    .isFalse();
            assertThat(layout.hasBlob(LAYER)).isFalse();
            assertThat(layout.place(LAYER)).isEmpty();
        }
    }

    @Test
    void contentOfAnotherDigestIsRefused() throws IOException {
        registry.failNext("GET", "/v2/acme/hello/blobs/" + LAYER.digest(), new Fault.CorruptAnswer());
        try (OciLayout layout = create()) {
            write(layout);
            assertThatThrownBy(() -> read(layout))
                    .hasMessageContaining(LAYER.digest().toString());
            assertThat(layout.file(LAYER.digest())).doesNotExist();
        }
    }

    @Test
    void aDamagedFileOfPlacesSaysNothing() throws IOException {
        create().close();
        for (String damaged : List.of("[", "{}", "[{\"layer\":3}]", "[{\"repository\":\"A\"}]")) {
            Files.writeString(folder.resolve("elsewhere.json"), damaged);
            try (OciLayout layout = create()) {
                assertThat(layout.place(LAYER)).isEmpty();
            }
        }
    }
}
