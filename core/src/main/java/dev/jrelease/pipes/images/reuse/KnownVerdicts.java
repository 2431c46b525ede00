package dev.jrelease.pipes.images.reuse;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.cache.DocumentKind;
import dev.jrelease.cache.LocalCache;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images that passed their verification, by digest: the same bytes pass again. Those that did not are judged anew. */
public record KnownVerdicts(LocalCache cache) {
    private static final String WARNINGS = "warnings";

    /**
     * Asks for the verdict on an image.
     *
     * @param base digests of the layers that are not judged, before compression
     */
    public record Query(Digest image, Platform platform, List<String> base) {
        public Query {
            base = List.copyOf(base);
        }

        private Digest key() {
            ObjectNode all = Maker.describe().put("image", image.toString()).put("platform", platform.toString());
            ArrayNode layers = all.putArray("base");
            base.forEach(layers::add);
            return Digest.of(Json.bytes(all));
        }
    }

    /** The warnings of an image that passed. */
    public Optional<List<String>> passed(Query query) {
        return cache.find(DocumentKind.VERDICT, query.key()).map(document -> {
            List<String> warnings = new ArrayList<>();
            document.path(WARNINGS).forEach(warning -> warnings.add(warning.asText()));
            keep(query, warnings);
            return warnings;
        });
    }

    /** Keeps that an image passed. */
    public void keep(Query query, List<String> warnings) {
        ObjectNode document = Json.object();
        ArrayNode all = document.putArray(WARNINGS);
        warnings.forEach(all::add);
        cache.keep(DocumentKind.VERDICT, query.key(), document, Map.of());
    }
}
