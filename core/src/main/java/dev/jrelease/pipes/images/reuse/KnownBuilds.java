package dev.jrelease.pipes.images.reuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.cache.DocumentKind;
import dev.jrelease.cache.FileDigests;
import dev.jrelease.cache.LocalCache;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.json.Json;
import dev.jrelease.layout.OciLayout;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images by the inputs that they were built from. The last one of each project and release is kept. */
public record KnownBuilds(LocalCache cache) {
    private static final String FILES = "files";
    private static final String BASES = "bases";
    private static final String BASE = "base";

    /**
     * Asks for a build.
     *
     * @param key of its inputs
     * @param bases what its base images are now
     * @param files those of the context, as they are now
     */
    public record Query(Digest key, List<String> bases, FileDigests files) {
        public Query {
            bases = List.copyOf(bases);
        }
    }

    /**
     * A build that need not run.
     *
     * @param base what is known of the base of the image, as it was kept
     */
    public record Found(ImageManifest image, ObjectNode base) {}

    /** The image, now in the layout, if it was built from the same inputs. */
    public Optional<Found> find(Query query, OciLayout layout) {
        try {
            Optional<ObjectNode> kept = cache.find(DocumentKind.BUILD, query.key)
                    .filter(document -> document.path(BASES).equals(array(query.bases)));
            if (kept.isEmpty() || !(kept.get().path(BASE) instanceof ObjectNode base)) {
                return Optional.empty();
            }
            JsonNode before = kept.get().path(FILES);
            Optional<ObjectNode> now = query.files.same(before);
            if (now.isEmpty()) {
                return Optional.empty();
            }
            Optional<ImageManifest> image = new StoredImage(cache, layout).restore(kept.get());
            image.ifPresent(known -> keep(query, now.get(), known, base, layout));
            return image.map(known -> new Found(known, base));
        } catch (IOException changing) {
            return Optional.empty();
        }
    }

    /**
     * Keeps what a build gave.
     *
     * @param contents what its files held when they were read
     */
    public void keep(
            Query query, Map<String, Digest> contents, ImageManifest image, ObjectNode base, OciLayout layout) {
        keep(query, query.files.write(contents), image, base, layout);
    }

    private void keep(Query query, ObjectNode files, ImageManifest image, ObjectNode base, OciLayout layout) {
        ObjectNode document = Json.object();
        document.set(FILES, files);
        document.set(BASES, array(query.bases));
        document.set(BASE, base);
        StoredImage stored = new StoredImage(cache, layout);
        stored.write(image, document);
        cache.keep(DocumentKind.BUILD, query.key, document, stored.contents(image));
    }

    private static ArrayNode array(List<String> texts) {
        ArrayNode array = Json.array();
        texts.forEach(array::add);
        return array;
    }
}
