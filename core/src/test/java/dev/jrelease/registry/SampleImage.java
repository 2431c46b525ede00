package dev.jrelease.registry;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** An image with a config and random layers, whose content nothing looks into. */
record SampleImage(ImageManifest manifest, Map<Descriptor, byte[]> blobs) {

    static SampleImage oci(long seed) {
        Map<Descriptor, byte[]> blobs = new LinkedHashMap<>();
        Random random = new Random(seed);
        Descriptor config = add(blobs, MediaTypes.OCI_CONFIG, config(seed));
        Descriptor small = add(blobs, MediaTypes.OCI_LAYER_GZIP, bytes(random, 1));
        Descriptor large = add(blobs, MediaTypes.OCI_LAYER_GZIP, bytes(random, 300_000));
        return new SampleImage(ImageManifest.of(config, List.of(small, large)), blobs);
    }

    /** As an engine pushes it: Docker's types, and white space of its own. */
    static SampleImage docker(long seed) {
        Map<Descriptor, byte[]> blobs = new LinkedHashMap<>();
        Descriptor config = add(blobs, MediaTypes.DOCKER_CONFIG, config(seed));
        Descriptor layer = add(blobs, MediaTypes.DOCKER_LAYER_GZIP, bytes(new Random(seed), 5_000));
        String text = """
                {
                   "schemaVersion": 2,
                   "mediaType": "%s",
                   "config": %s,
                   "layers": [%s]
                }""".formatted(MediaTypes.DOCKER_MANIFEST, config.write(), layer.write());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new SampleImage((ImageManifest) Manifest.read(MediaTypes.DOCKER_MANIFEST, bytes), blobs);
    }

    private static byte[] config(long seed) {
        return ("{\"architecture\":\"amd64\",\"os\":\"linux\",\"author\":\"" + seed
                        + "\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Descriptor add(Map<Descriptor, byte[]> blobs, String type, byte[] bytes) {
        Descriptor descriptor = new Descriptor(type, Digest.of(bytes), bytes.length);
        blobs.put(descriptor, bytes);
        return descriptor;
    }

    Descriptor layer() {
        return manifest.layers().getLast();
    }

    byte[] bytes(Descriptor blob) {
        byte[] bytes = blobs.get(blob);
        if (bytes == null) {
            throw new IllegalArgumentException("no blob of this image: " + blob);
        }
        return bytes;
    }

    void writeBlob(Repository repository, Descriptor blob) throws IOException {
        repository.writeBlob(blob, () -> new ByteArrayInputStream(bytes(blob)));
    }

    /** Everything but a tag. */
    SampleImage push(Repository repository) throws IOException {
        for (Descriptor blob : blobs.keySet()) {
            writeBlob(repository, blob);
        }
        repository.writeManifest(manifest);
        return this;
    }
}
