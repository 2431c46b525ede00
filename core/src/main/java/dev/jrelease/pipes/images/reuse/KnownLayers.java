package dev.jrelease.pipes.images.reuse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.cache.DocumentKind;
import dev.jrelease.cache.LocalCache;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.LayerPlace.InFile;
import dev.jrelease.json.Json;
import dev.jrelease.layout.OciLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Layers that were compressed before, by the digests of their content: another version of an image has most of them. */
public record KnownLayers(LocalCache cache) {
    private static final String LAYER = "layer";

    /** Brings those of an image that are known into the layout, which then need not compress them. */
    public void restore(List<String> diffIds, OciLayout layout) {
        for (String text : diffIds) {
            Digest.parse(text)
                    .filter(diffId -> layout.layer(diffId).isEmpty())
                    .ifPresent(diffId -> restore(diffId, layout));
        }
    }

    private void restore(Digest diffId, OciLayout layout) {
        try {
            Optional<ObjectNode> kept = cache.find(DocumentKind.LAYER, key(diffId));
            if (kept.isPresent()) {
                Descriptor layer = Descriptor.read(kept.get().path(LAYER));
                Optional<Path> file = cache.find(layer);
                if (file.isPresent()) {
                    layout.takeLayer(diffId, layer, file.get());
                    keep(diffId, layer, file.get());
                }
            }
        } catch (IOException | IllegalArgumentException lost) {
            // Then it is compressed.
        }
    }

    /** Keeps the layers of an image that the layout has compressed. */
    public void keep(ImageManifest image, OciLayout layout) {
        for (String text : layout.config(image).diffIds()) {
            Optional<Digest> diffId = Digest.parse(text);
            Optional<Descriptor> layer = diffId.flatMap(layout::layer);
            if (layer.isPresent() && layout.place(layer.get()).orElse(null) instanceof InFile(Path file)) {
                keep(diffId.get(), layer.get(), file);
            }
        }
    }

    private void keep(Digest diffId, Descriptor layer, Path file) {
        ObjectNode document = Json.object();
        document.set(LAYER, layer.write());
        cache.keep(DocumentKind.LAYER, key(diffId), document, Map.of(layer, file));
    }

    private static Digest key(Digest diffId) {
        return Digest.of(Json.bytes(Maker.describe().put("diff_id", diffId.toString())));
    }
}
