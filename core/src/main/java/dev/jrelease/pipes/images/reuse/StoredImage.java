package dev.jrelease.pipes.images.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.cache.LocalCache;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.layout.OciLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Brings an image of the cache into the layout, and says what of an image in the layout has to be kept. */
record StoredImage(LocalCache cache, OciLayout layout) {

    /** The image, now in the layout; empty if the cache has lost a part of it. */
    Optional<ImageManifest> restore(JsonNode descriptor) {
        try {
            Optional<ImageManifest> image = read(Descriptor.read(descriptor));
            if (image.isEmpty() || !takeAll(image.get())) {
                return Optional.empty();
            }
            layout.writeManifest(image.get());
            return image;
        } catch (IOException | IllegalArgumentException lost) {
            return Optional.empty();
        }
    }

    private Optional<ImageManifest> read(Descriptor manifest) throws IOException {
        Optional<Path> file = cache.find(manifest);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file.get());
        return Digest.of(bytes).equals(manifest.digest())
                        && Manifest.read(manifest.mediaType(), bytes) instanceof ImageManifest image
                ? Optional.of(image)
                : Optional.empty();
    }

    private boolean takeAll(ImageManifest image) throws IOException {
        for (Descriptor blob : image.references()) {
            if (!layout.hasBlob(blob)) {
                Optional<Path> file = cache.find(blob);
                if (file.isEmpty()) {
                    return false;
                }
                layout.takeBlob(blob, file.get());
            }
        }
        return true;
    }

    /** The manifest and all that it names, with their files. */
    Map<Descriptor, Path> contents(ImageManifest image) {
        Map<Descriptor, Path> all = new LinkedHashMap<>();
        all.put(image.descriptor(), layout.file(image.digest()));
        image.references().forEach(blob -> all.put(blob, layout.file(blob.digest())));
        return all;
    }
}
