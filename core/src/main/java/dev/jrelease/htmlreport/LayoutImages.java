package dev.jrelease.htmlreport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.json.Json;
import dev.jrelease.layout.OciLayout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The images of a layout, each once, with the names that lead to it. */
final class LayoutImages {

    /**
     * An image for one platform.
     *
     * @param names its own, and those of indexes with it
     */
    record Image(Digest digest, String platform, List<String> names, List<Layer> layers) {
        long size() {
            return layers.stream().mapToLong(Layer::size).sum();
        }
    }

    /**
     * A layer.
     *
     * @param size compressed, in bytes
     * @param createdBy the instruction that made it, empty if the configuration does not name it
     */
    record Layer(Digest digest, long size, String createdBy) {}

    private final OciLayout layout;
    private final Map<Digest, TreeSet<String>> names = new LinkedHashMap<>();
    private final Map<Digest, ImageManifest> manifests = new LinkedHashMap<>();

    private LayoutImages(OciLayout layout) {
        this.layout = layout;
    }

    /** @throws IOException if a configuration cannot be read */
    static List<Image> of(OciLayout layout) throws IOException {
        LayoutImages found = new LayoutImages(layout);
        for (Descriptor entry : layout.entries()) {
            found.add(OciLayout.name(entry).orElse(""), entry);
        }
        List<Image> images = new ArrayList<>();
        for (ImageManifest manifest : found.manifests.values()) {
            images.add(found.image(manifest));
        }
        return images;
    }

    private void add(String name, Descriptor entry) {
        if (!MediaTypes.MANIFESTS.contains(entry.mediaType()) || !layout.hasManifest(entry.digest())) {
            return;
        }
        Manifest manifest = layout.manifest(entry.digest());
        switch (manifest) {
            case ImageIndex index -> index.manifests().forEach(child -> add(name, child));
            case ImageManifest image
            when !image.isArtifact() -> {
                manifests.putIfAbsent(image.digest(), image);
                names.computeIfAbsent(image.digest(), _ -> new TreeSet<>()).add(name);
            }
            case ImageManifest artifact -> {}
        }
    }

    private Image image(ImageManifest manifest) throws IOException {
        List<String> steps = Stream.concat(
                        steps(Json.parse(layout.bytes(manifest.config()))), Stream.generate(() -> ""))
                .limit(manifest.layers().size())
                .toList();
        List<Layer> layers = new ArrayList<>();
        for (Descriptor layer : manifest.layers()) {
            layers.add(new Layer(layer.digest(), layer.size(), steps.get(layers.size())));
        }
        return new Image(
                manifest.digest(),
                layout.config(manifest).platform().toString(),
                List.copyOf(names.getOrDefault(manifest.digest(), new TreeSet<>())),
                layers);
    }

    /** The instructions that made a layer, lowest first. */
    private static Stream<String> steps(JsonNode config) {
        return StreamSupport.stream(config.path("history").spliterator(), false)
                .filter(step -> !step.path("empty_layer").asBoolean())
                .map(step -> step.path("created_by").asText());
    }
}
