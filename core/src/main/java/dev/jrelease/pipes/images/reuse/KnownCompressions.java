package dev.jrelease.pipes.images.reuse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.cache.DocumentKind;
import dev.jrelease.cache.LocalCache;
import dev.jrelease.image.CompressedLayers;
import dev.jrelease.image.Digest;
import dev.jrelease.json.Json;
import java.util.Map;
import java.util.Optional;

/** Blobs that an engine made of layers, and pushed to an earlier run. */
public record KnownCompressions(LocalCache cache) implements CompressedLayers {
    private static final String DIFF_ID = "diff_id";
    private static final String SIZE = "size";

    @Override
    public Optional<Compressed> find(Digest blob) {
        Optional<Compressed> known = cache.find(DocumentKind.COMPRESSION, blob)
                .flatMap(document -> Digest.parse(document.path(DIFF_ID).asText())
                        .map(diffId ->
                                new Compressed(diffId, document.path(SIZE).asLong())));
        known.ifPresent(layer -> keep(blob, layer));
        return known;
    }

    @Override
    public void keep(Digest blob, Compressed layer) {
        ObjectNode document =
                Json.object().put(DIFF_ID, layer.diffId().toString()).put(SIZE, layer.size());
        cache.keep(DocumentKind.COMPRESSION, blob, document, Map.of());
    }
}
