package dev.jrelease.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.LayerSink;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Assembles an image from an archive of the engine, with OCI media types, and verifies that it is the requested image.
 *
 * @param base layers that a repository has, and that are not read
 * @param names of the layers in an archive of the old form
 */
record ImageExport(ImageId id, Platform platform, LayerSink sink, BaseLayers base, OldLayerNames names) {

    ImageExport(ImageId id, Platform platform, LayerSink sink) {
        this(id, platform, sink, BaseLayers.NONE, OldLayerNames.of(List.of()));
    }

    /**
     * Reads the archive into the sink; the manifest is written last.
     *
     * @throws IOException if the archive is incomplete or contains another image
     */
    ImageManifest read(InputStream answer, SharedLayers claims) throws IOException, InterruptedException {
        ImageManifest manifest;
        try (ArchiveStream stream = new ArchiveStream(answer)) {
            ImageArchive archive = ImageArchive.read(stream, this, claims);
            manifest = archive.document("index.json").isPresent() ? fromLayout(archive) : fromOldForm(archive);
        } catch (IllegalArgumentException malformed) {
            throw new IOException("its archive of the image is damaged: " + malformed.getMessage());
        }
        leaveBase(manifest.layers());
        sink.writeManifest(manifest);
        return manifest;
    }

    /** Makes an image whose layers are all in the sink or in the base. */
    ImageManifest assemble(byte[] config) throws IOException {
        List<Descriptor> layers = new ArrayList<>();
        for (String diffId : ImageConfig.read(config).diffIds()) {
            layers.add(layer(diffId).orElseThrow(() -> new IOException("layer " + diffId + " is missing")));
        }
        ImageManifest manifest = ImageManifest.of(write(config), layers);
        leaveBase(layers);
        sink.writeManifest(manifest);
        return manifest;
    }

    /** Layers of the base stay in their repository: the engine has verified them when it pulled them. */
    private void leaveBase(List<Descriptor> layers) {
        for (Descriptor layer : layers) {
            if (base.contains(layer.digest()) && !sink.hasBlob(layer)) {
                sink.noteElsewhere(layer, base.place().orElseThrow());
            }
        }
    }

    /** The format of engines before 25: {@code manifest.json} has the paths of configuration and layers. */
    private ImageManifest fromOldForm(ImageArchive archive) throws IOException, InterruptedException {
        JsonNode image = listed(archive);
        byte[] config = required(archive, image.path("Config").asText());
        check(Digest.of(config));
        List<Descriptor> layers = new ArrayList<>();
        for (JsonNode path : image.path("Layers")) {
            layers.add(archive.layer(path.asText()));
        }
        checkDiffIds(config, layers, List.of());
        return ImageManifest.of(write(config), layers);
    }

    /** The image in the list of the archive, which may contain several. */
    private JsonNode listed(ImageArchive archive) throws IOException {
        JsonNode list = Json.parse(required(archive, "manifest.json"));
        for (JsonNode image : list) {
            if (Digest.of(required(archive, image.path("Config").asText())).equals(id.digest())) {
                return image;
            }
        }
        return list.path(0);
    }

    private static byte[] required(ImageArchive archive, String path) throws IOException {
        return archive.document(path).orElseThrow(() -> new IOException("its archive of the image lacks " + path));
    }

    /** The format of newer engines: an OCI layout, whose layers are compressed with the containerd store. */
    private ImageManifest fromLayout(ImageArchive archive) throws IOException, InterruptedException {
        LayoutSearch.Found found = new LayoutSearch(archive, id, platform).find();
        ImageManifest original = found.manifest();
        if (!found.path().contains(id.digest())) {
            check(original.config().digest());
        }
        byte[] config = archive.document(original.config().digest())
                .orElseThrow(() -> new IOException("its archive of the image lacks the configuration"));
        List<Descriptor> layers = new ArrayList<>();
        for (Descriptor layer : original.layers()) {
            layers.add(stored(layer, archive.layer(layer.digest())));
        }
        checkDiffIds(config, layers, original.layers());
        Descriptor written = write(config);
        boolean unchanged = original.mediaType().equals(MediaTypes.OCI_MANIFEST)
                && original.config().mediaType().equals(MediaTypes.OCI_CONFIG)
                && original.layers().equals(layers);
        return unchanged ? original : ImageManifest.of(written, layers);
    }

    /**
     * A layer that was compressed keeps its digest and gets the OCI media type; others have the digest of what was
     * written.
     */
    private static Descriptor stored(Descriptor named, Descriptor written) {
        return named.digest().equals(written.digest())
                ? named.withMediaType(MediaTypes.toOci(named.mediaType()))
                : written;
    }

    private Descriptor write(byte[] config) throws IOException {
        Descriptor descriptor = new Descriptor(MediaTypes.OCI_CONFIG, Digest.of(config), config.length);
        if (!sink.hasBlob(descriptor)) {
            sink.writeBlob(descriptor, () -> new ByteArrayInputStream(config));
        }
        return descriptor;
    }

    private void check(Digest actual) throws IOException {
        if (!actual.equals(id.digest())) {
            throw new IOException("its archive contains another image, " + actual);
        }
    }

    /** Checks that layers that were compressed here have the diff ids of the configuration. */
    private void checkDiffIds(byte[] config, List<Descriptor> layers, List<Descriptor> compressedBefore)
            throws IOException {
        List<String> diffIds = ImageConfig.read(config).diffIds();
        if (diffIds.size() != layers.size()) {
            throw new IOException("its archive has " + layers.size() + " layers where the image has " + diffIds.size());
        }
        Set<Digest> known = compressedBefore.stream().map(Descriptor::digest).collect(Collectors.toSet());
        for (int i = 0; i < layers.size(); i++) {
            Digest layer = layers.get(i).digest();
            if (!known.contains(layer)
                    && !layer.equals(
                            layer(diffIds.get(i)).map(Descriptor::digest).orElse(null))) {
                throw new IOException(
                        "its archive of the image is damaged: layer " + diffIds.get(i) + " has other content");
            }
        }
    }

    private Optional<Descriptor> layer(String diffId) {
        return Digest.parse(diffId).flatMap(this::layer);
    }

    /** The layer with this diff id, if it need not be read. */
    Optional<Descriptor> layer(Digest diffId) {
        return base.layer(diffId).or(() -> sink.layer(diffId));
    }
}
