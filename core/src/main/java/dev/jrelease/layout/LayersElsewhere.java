package dev.jrelease.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.WholeFile;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.image.Repositories;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The layers of a layout that are in repositories: the file {@code elsewhere.json} of the layout.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/image-layout.md#blobs">blobs that are missing
 *     from a layout</a>
 */
final class LayersElsewhere {
    private static final String FILE = "elsewhere.json";
    private static final String LAYER = "layer";

    private final Path file;
    private final Repositories repositories;
    private final Map<Digest, Noted> layers = new TreeMap<>();
    private final Set<Digest> seen = ConcurrentHashMap.newKeySet();

    /** A layer that is in a repository. */
    record Noted(Descriptor layer, InRepository place) {}

    private LayersElsewhere(Path file, Repositories repositories) {
        this.file = file;
        this.repositories = repositories;
    }

    /** Reads the notes of earlier runs in this layout. A damaged file counts as empty. */
    static LayersElsewhere read(Path layout, Repositories repositories) {
        LayersElsewhere layers = new LayersElsewhere(layout.resolve(FILE), repositories);
        try {
            if (Files.exists(layers.file)) {
                layers.take(Json.parse(WholeFile.bytes(layers.file)));
            }
        } catch (IOException | IllegalArgumentException damaged) {
            // What it said is missed when a layer is read.
        }
        return layers;
    }

    private void take(JsonNode written) {
        for (JsonNode layer : written) {
            Descriptor descriptor = Descriptor.read(layer.path(LAYER));
            InRepository.read(layer).ifPresent(place -> layers.put(descriptor.digest(), new Noted(descriptor, place)));
        }
    }

    /** The noted place of a layer. */
    synchronized Optional<Noted> find(Digest layer) {
        return Optional.ofNullable(layers.get(layer));
    }

    /** Whether it is certain in this run: a registry may have lost what an earlier run put there. */
    boolean has(Digest layer) {
        return seen.contains(layer);
    }

    /**
     * Whether the repository has the layer now: it has all of an image that it has shown. A repository that cannot be
     * asked has nothing.
     */
    boolean isIn(InRepository place, Descriptor layer, Digest image) {
        try {
            ImageRepository repository = open(place);
            return repository.hasShown(image)
                    || repository.hasShown(layer.digest())
                    || repository.blobSize(layer).equals(Optional.of(layer.size()));
        } catch (ReleaseException notKnown) {
            notKnown.throwIfInterrupted();
            return false;
        }
    }

    /** The content of a layer that a repository should have. */
    InputStream read(Descriptor layer, InRepository place) throws IOException {
        try {
            return open(place).blob(layer);
        } catch (ReleaseException gone) {
            gone.throwIfInterrupted();
            throw ReleaseException.couldNot(gone.kind(), "read layer " + layer.digest() + " of " + file.getParent())
                    .because("it is in " + place.repository() + " only: " + gone.reason())
                    .hint(gone.hint().orElse("if it is gone there, build the image again: jrelease release"))
                    .cause(gone)
                    .build();
        }
    }

    private ImageRepository open(InRepository place) {
        return repositories.open(place.reference(), place.access());
    }

    /** Also writes it into the file, unless it is there. */
    synchronized void note(Descriptor layer, InRepository place, LayoutFiles files) throws IOException {
        Noted noted = new Noted(layer, place);
        if (!noted.equals(layers.put(layer.digest(), noted))) {
            ArrayNode all = Json.array();
            layers.values().forEach(one -> {
                ObjectNode written = one.place.write();
                written.set(LAYER, one.layer.write());
                all.add(written);
            });
            files.replace(file, Json.bytes(all));
        }
        seen.add(layer.digest());
    }
}
