package dev.jrelease.pipes.images.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.cache.LocalCache;
import dev.jrelease.files.WholeFile;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.LayerPlace.InFile;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.image.Manifest;
import dev.jrelease.layout.OciLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brings an image of the cache into the layout, and lists what of an image in the layout has to be kept. Layers that are
 * elsewhere stay there.
 */
record StoredImage(LocalCache cache, OciLayout layout) {
    private static final String MANIFEST = "manifest";
    private static final String ELSEWHERE = "elsewhere";

    /** The image of a document, now in the layout; empty if the cache or a repository has lost a part of it. */
    Optional<ImageManifest> restore(JsonNode document) {
        try {
            Optional<ImageManifest> image = read(Descriptor.read(document.path(MANIFEST)));
            if (image.isEmpty() || !takeAll(image.get(), document.path(ELSEWHERE))) {
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
        byte[] bytes = WholeFile.bytes(file.get());
        return Digest.of(bytes).equals(manifest.digest())
                        && Manifest.read(manifest.mediaType(), bytes) instanceof ImageManifest image
                ? Optional.of(image)
                : Optional.empty();
    }

    private boolean takeAll(ImageManifest image, JsonNode elsewhere) throws IOException {
        for (Descriptor blob : image.references()) {
            if (!hasSound(blob) && !take(blob) && !isElsewhere(blob, elsewhere, image.digest())) {
                return false;
            }
        }
        return true;
    }

    /** Files of the layout may be those of the cache under another name, and damaged with them: such a one is removed. */
    private boolean hasSound(Descriptor blob) throws IOException {
        if (!(layout.place(blob).orElse(null) instanceof InFile(Path file))) {
            return layout.hasBlob(blob);
        }
        if (cache.find(blob).isPresent()) {
            return true;
        }
        try (InputStream content = Files.newInputStream(file)) {
            if (Digest.of(content).equals(blob.digest())) {
                return true;
            }
        }
        Files.delete(file);
        return false;
    }

    private boolean take(Descriptor blob) throws IOException {
        Optional<Path> file = cache.find(blob);
        if (file.isPresent()) {
            layout.takeBlob(blob, file.get());
        }
        return file.isPresent();
    }

    private boolean isElsewhere(Descriptor layer, JsonNode elsewhere, Digest image) {
        return InRepository.read(elsewhere.path(layer.digest().toString()))
                .filter(place -> layout.findElsewhere(layer, place, image))
                .isPresent();
    }

    /** Writes into a document which image it is, and which of its layers are where. */
    void write(ImageManifest image, ObjectNode document) {
        document.set(MANIFEST, image.descriptor().write());
        ObjectNode elsewhere = document.putObject(ELSEWHERE);
        for (Descriptor layer : image.layers()) {
            if (layout.place(layer).orElse(null) instanceof InRepository place) {
                elsewhere.set(layer.digest().toString(), place.write());
            }
        }
    }

    /** The manifest and all that it names, with their files if they have one. */
    Map<Descriptor, Path> contents(ImageManifest image) {
        Map<Descriptor, Path> all = new LinkedHashMap<>();
        all.put(image.descriptor(), layout.file(image.digest()));
        for (Descriptor blob : image.references()) {
            if (layout.place(blob).orElse(null) instanceof InFile(Path file)) {
                all.put(blob, file);
            }
        }
        return all;
    }
}
