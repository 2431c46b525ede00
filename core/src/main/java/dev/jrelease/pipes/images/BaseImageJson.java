package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.json.Json;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The JSON form of a base image. */
final class BaseImageJson {
    private static final String DIFF_IDS = "diff_ids";
    private static final String LAYERS = "layers";
    private static final String PLACE = "place";
    private static final String REPOSITORY = "repository";

    private BaseImageJson() {}

    static ObjectNode write(BaseImage base) {
        ObjectNode node = Json.object();
        ArrayNode diffIds = node.putArray(DIFF_IDS);
        base.diffIds().forEach(diffIds::add);
        ObjectNode layers = node.putObject(LAYERS);
        base.layers().layers().forEach((diffId, layer) -> layers.set(diffId.toString(), layer.write()));
        base.layers().place().ifPresent(place -> node.set(PLACE, place.write()));
        base.repository().ifPresent(place -> node.put(REPOSITORY, place.toString()));
        return node;
    }

    static BaseImage read(ObjectNode node) {
        Set<String> diffIds = new LinkedHashSet<>();
        node.path(DIFF_IDS).forEach(diffId -> diffIds.add(diffId.asText()));
        Map<Digest, Descriptor> layers = new LinkedHashMap<>();
        node.path(LAYERS)
                .properties()
                .forEach(layer -> Digest.parse(layer.getKey())
                        .ifPresent(diffId -> layers.put(diffId, Descriptor.read(layer.getValue()))));
        Optional<ImageReference> repository = Optional.of(node.path(REPOSITORY).asText())
                .filter(text -> !text.isEmpty())
                .map(ImageReference::parse);
        BaseLayers known = InRepository.read(node.path(PLACE))
                .map(place -> new BaseLayers(layers, Optional.of(place)))
                .orElse(BaseLayers.NONE);
        return new BaseImage(diffIds, known, repository);
    }
}
