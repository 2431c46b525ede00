package dev.jrelease.image;

import dev.jrelease.image.LayerPlace.InRepository;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compressed layers in a repository, by the digest of their uncompressed content.
 *
 * @param layers with OCI's media types
 * @param place the repository; absent only if there are no layers
 */
public record BaseLayers(Map<Digest, Descriptor> layers, Optional<InRepository> place) {
    public static final BaseLayers NONE = new BaseLayers(Map.of(), Optional.empty());

    public BaseLayers {
        layers = Collections.unmodifiableMap(new LinkedHashMap<>(layers));
    }

    /**
     * The layers of images in one repository.
     *
     * @param source reads the configurations of the images
     */
    public static BaseLayers of(List<ImageManifest> images, ImageSource source, InRepository place) {
        Map<Digest, Descriptor> layers = new LinkedHashMap<>();
        for (ImageManifest image : images) {
            List<String> diffIds = source.config(image).diffIds();
            if (diffIds.size() == image.layers().size()) {
                for (int i = 0; i < diffIds.size(); i++) {
                    add(diffIds.get(i), image.layers().get(i), layers);
                }
            }
        }
        return layers.isEmpty() ? NONE : new BaseLayers(layers, Optional.of(place));
    }

    /**
     * Leaves out layers of other types, such as those at an address outside of the registry, which are not blobs of the
     * repository.
     */
    private static void add(String diffId, Descriptor layer, Map<Digest, Descriptor> layers) {
        String type = MediaTypes.toOci(layer.mediaType());
        if (MediaTypes.isLayer(type)) {
            Digest.parse(diffId)
                    .ifPresent(
                            digest -> layers.putIfAbsent(digest, new Descriptor(type, layer.digest(), layer.size())));
        }
    }

    public boolean isEmpty() {
        return layers.isEmpty();
    }

    /** The blob whose uncompressed content has this digest. */
    public Optional<Descriptor> layer(Digest diffId) {
        return Optional.ofNullable(layers.get(diffId));
    }

    /** Whether this blob is one of the layers. */
    public boolean contains(Digest blob) {
        return layers.values().stream().anyMatch(layer -> layer.digest().equals(blob));
    }
}
