package dev.jrelease.testkit.engine;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The images that a fake engine has, and their tags. */
final class Images {
    private final ImageStore store;
    private final Map<String, EngineImage> images = new LinkedHashMap<>();
    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Map<String, String> origins = new LinkedHashMap<>();

    Images(ImageStore store) {
        this.store = store;
    }

    synchronized String add(EngineImage image) {
        String id = store.id(image);
        images.put(id, image);
        return id;
    }

    synchronized boolean tag(String id, String tag) {
        if (!images.containsKey(id)) {
            return false;
        }
        tags.put(tag, id);
        return true;
    }

    /** An image that came from {@code repository@sha256:…}. */
    synchronized void pulled(EngineImage image, String tag, String origin) {
        String id = add(image);
        tags.put(tag, id);
        origins.put(id, origin);
    }

    synchronized Set<String> ids() {
        return Set.copyOf(images.keySet());
    }

    /** By id or tag. */
    synchronized Optional<EngineImage> find(String name) {
        return Optional.ofNullable(images.get(tags.getOrDefault(name, name)));
    }

    synchronized Optional<byte[]> archive(String id) {
        return find(id).map(store::archive);
    }

    /** Removes an image or one of its tags as {@code DELETE /images/NAME} does: the last tag and the image go together. */
    synchronized boolean remove(String name) {
        String id = tags.getOrDefault(name, name);
        if (tags.remove(name) == null) {
            tags.values().removeIf(id::equals);
        }
        if (tags.containsValue(id)) {
            return true;
        }
        return images.remove(id) != null;
    }

    synchronized ArrayNode list() {
        ArrayNode list = EngineImage.JSON.createArrayNode();
        images.keySet().forEach(id -> list.add(describe(id)));
        return list;
    }

    /** By id or tag. */
    synchronized Optional<ObjectNode> inspect(String name) {
        String id = tags.getOrDefault(name, name);
        return Optional.ofNullable(images.get(id)).map(image -> {
            ObjectNode described = describe(id);
            described.set("Os", image.configuration().path("os"));
            described.set("Architecture", image.configuration().path("architecture"));
            described.put(
                    "Size",
                    image.layers().stream()
                            .mapToLong(layer -> layer.tar().length)
                            .sum());
            ObjectNode layers = described.putObject("RootFS").put("Type", "layers");
            layers.set("Layers", image.configuration().path("rootfs").path("diff_ids"));
            return described;
        });
    }

    private ObjectNode describe(String id) {
        ObjectNode image = EngineImage.JSON.createObjectNode();
        image.put("Id", id);
        ArrayNode repoTags = image.putArray("RepoTags");
        tags.forEach((tag, of) -> {
            if (of.equals(id)) {
                repoTags.add(tag);
            }
        });
        ArrayNode digests = image.putArray("RepoDigests");
        Optional.ofNullable(origins.get(id)).filter(origin -> !origin.isEmpty()).ifPresent(digests::add);
        return image;
    }
}
