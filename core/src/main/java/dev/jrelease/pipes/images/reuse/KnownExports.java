package dev.jrelease.pipes.images.reuse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.cache.DocumentKind;
import dev.jrelease.cache.LocalCache;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.layout.OciLayout;
import java.util.Optional;

/** Images by the id that an engine gives them, which is the digest of their configuration or of their manifest. */
public record KnownExports(LocalCache cache) {
    /**
     * Asks for an image of the engine.
     *
     * @param base layers of a repository that it has
     */
    public record Query(Digest id, Platform platform, BaseLayers base) {
        private Digest key() {
            ObjectNode all = Maker.describe().put("id", id.toString()).put("platform", platform.toString());
            ObjectNode layers = all.putObject("base");
            base.layers().forEach((diffId, layer) -> layers.set(diffId.toString(), layer.write()));
            return Digest.of(Json.bytes(all));
        }
    }

    /** The image, now in the layout, if it was exported before. */
    public Optional<ImageManifest> find(Query query, OciLayout layout) {
        Optional<ImageManifest> image = cache.find(DocumentKind.EXPORT, query.key())
                .flatMap(document -> new StoredImage(cache, layout).restore(document));
        image.ifPresent(known -> keep(query, known, layout));
        return image;
    }

    public void keep(Query query, ImageManifest image, OciLayout layout) {
        ObjectNode document = Json.object();
        StoredImage stored = new StoredImage(cache, layout);
        stored.write(image, document);
        cache.keep(DocumentKind.EXPORT, query.key(), document, stored.contents(image));
    }
}
