package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that the fake engine does not make. */
class ImageExportTest {
    private static final Platform AMD64 = EngineTest.AMD64;
    private static final Platform ARM64 = EngineTest.ARM64;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final MemorySink sink = new MemorySink();
    private final BuildContext archive = new BuildContext();

    private static byte[] gzip(String content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return out.toByteArray();
    }

    private Descriptor blob(String mediaType, byte[] content) {
        Descriptor blob = new Descriptor(mediaType, Digest.of(content), content.length);
        archive.with("blobs/sha256/" + blob.digest().hex(), content);
        return blob;
    }

    private Descriptor config(Platform platform, String... diffIds) {
        ObjectNode config = Json.object();
        config.put("os", platform.os()).put("architecture", platform.architecture());
        var array = config.putObject("rootfs").putArray("diff_ids");
        List.of(diffIds).forEach(array::add);
        return blob(MediaTypes.OCI_CONFIG, Json.bytes(config));
    }

    private ImageManifest image(Platform platform, Descriptor layer, String diffId) {
        ImageManifest manifest = ImageManifest.of(config(platform, diffId), List.of(layer));
        blob(manifest.mediaType(), manifest.bytes());
        return manifest;
    }

    private Descriptor index(Descriptor... entries) {
        ObjectNode index = Json.object().put("schemaVersion", 2).put("mediaType", MediaTypes.OCI_INDEX);
        var array = index.putArray("manifests");
        List.of(entries).forEach(entry -> array.add(entry.write()));
        return blob(MediaTypes.OCI_INDEX, Json.bytes(index));
    }

    private ImageManifest read(Descriptor top, Platform platform) throws Exception {
        ObjectNode index = Json.object().put("schemaVersion", 2);
        index.putArray("manifests").add(top.write());
        archive.with("index.json", Json.bytes(index));
        try (InputStream in = Files.newInputStream(archive.in(folder))) {
            return new ImageExport(new ImageId(top.digest()), platform, sink).read(in, new SharedLayers());
        }
    }

    @Test
    void takesTheWantedPlatformFromAnIndexAndNoAttestation() throws Exception {
        ImageManifest amd64 = image(AMD64, blob(MediaTypes.OCI_LAYER_GZIP, gzip("amd64")), "a");
        ImageManifest arm64 = image(ARM64, blob(MediaTypes.OCI_LAYER_GZIP, gzip("arm64")), "b");
        ImageManifest attestation =
                image(Platform.of("unknown", "unknown"), blob("in-toto", "{}".getBytes(StandardCharsets.UTF_8)), "c");
        Descriptor absent = new Descriptor(MediaTypes.OCI_MANIFEST, Digest.of(new byte[3]), 3);
        Descriptor top = index(
                absent.withPlatform(Platform.of("linux", "s390x")),
                amd64.descriptor().withPlatform(AMD64),
                arm64.descriptor(),
                attestation.descriptor().withAnnotations(Map.of("vnd.docker.reference.type", "attestation-manifest")));

        assertThat(read(top, AMD64)).isEqualTo(amd64);
        assertThat(read(top, ARM64)).isEqualTo(arm64);
        assertThat(sink.get(arm64.digest())).isEqualTo(arm64.bytes());
        assertThatThrownBy(() -> read(top, Platform.of("linux", "386")))
                .isInstanceOf(IOException.class)
                .hasMessage("its archive contains no image for linux/386");
    }

    @Test
    void keepsAnOciManifestByteForByte() throws Exception {
        ImageManifest image = image(AMD64, blob(MediaTypes.OCI_LAYER_GZIP, gzip("layer")), "a");
        byte[] bytes = Json.pretty(Json.parse(image.bytes())).getBytes(StandardCharsets.UTF_8);
        Descriptor manifest = blob(MediaTypes.OCI_MANIFEST, bytes);

        assertThat(read(manifest, AMD64).bytes()).isEqualTo(bytes);
        assertThat(sink.get(manifest.digest())).isEqualTo(bytes);
        assertThat(sink.compressed).hasValue(0);
    }

    @Test
    void readsALayerThatLooksLikeADocument() throws Exception {
        byte[] odd = "{ a layer that is no tar }".getBytes(StandardCharsets.UTF_8);
        ImageManifest image =
                image(AMD64, blob(MediaTypes.OCI_LAYER, odd), Digest.of(odd).toString());

        ImageManifest read = read(image.descriptor(), AMD64);

        assertThat(read.layers()).extracting(Descriptor::mediaType).containsExactly(MediaTypes.OCI_LAYER_GZIP);
    }

    @Test
    void refusesALayerThatIsSomethingElse() {
        byte[] layer = "not what was promised".getBytes(StandardCharsets.UTF_8);
        ImageManifest image = image(
                AMD64, blob(MediaTypes.OCI_LAYER, layer), Digest.of(new byte[0]).toString());

        assertThatThrownBy(() -> read(image.descriptor(), AMD64))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has other content");
        assertThat(sink.hasManifest(image.digest())).isFalse();
    }

    @Test
    void refusesADamagedDocument() {
        archive.with("blobs/sha256/" + Digest.of(new byte[0]).hex(), "{}");

        assertThatThrownBy(() -> read(new Descriptor("", Digest.of(new byte[0]), 2), AMD64))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "index.json", "0a.json"})
    void refusesADocumentThatIsTooLarge(String name) throws Exception {
        archive.with(name, new byte[Manifest.MAX_BYTES + 1]);

        assertRefused("in its archive of the image, " + name + " is larger than 4 MiB, the limit for a document");
    }

    @Test
    void refusesDocumentsThatAreTooLargeTogether() throws Exception {
        for (int i = 0; i < 17; i++) {
            archive.with(i + ".json", new byte[Manifest.MAX_BYTES]);
        }

        assertRefused("its archive of the image has documents of more than 64 MiB");
    }

    private void assertRefused(String why) throws IOException {
        ImageId any = new ImageId(Digest.of(new byte[0]));
        try (InputStream in = Files.newInputStream(archive.in(folder))) {
            assertThatThrownBy(() -> new ImageExport(any, AMD64, sink).read(in, new SharedLayers()))
                    .isInstanceOf(IOException.class)
                    .hasMessage(why);
        }
    }

    @Test
    void refusesAnotherImage() throws Exception {
        ImageManifest image = image(AMD64, blob(MediaTypes.OCI_LAYER_GZIP, gzip("layer")), "a");
        ObjectNode index = Json.object();
        index.putArray("manifests").add(image.descriptor().write());
        archive.with("index.json", Json.bytes(index));
        ImageId other = new ImageId(Digest.of(new byte[0]));

        try (InputStream in = Files.newInputStream(archive.in(folder))) {
            assertThatThrownBy(() -> new ImageExport(other, AMD64, sink).read(in, new SharedLayers()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("its archive contains another image, "
                            + image.config().digest());
        }
    }

    @Test
    void refusesATextThatIsNoArchive() throws Exception {
        Path text = Files.writeString(folder.resolve("text"), "<html>".repeat(200));

        try (InputStream in = Files.newInputStream(text)) {
            assertThatThrownBy(() -> new ImageExport(new ImageId(Digest.of(new byte[0])), AMD64, sink)
                            .read(in, new SharedLayers()))
                    .isInstanceOf(IOException.class);
        }
    }
}
