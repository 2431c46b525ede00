package dev.jrelease.image;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * An OCI index or Docker manifest list: images for several platforms under one name.
 *
 * @param manifests the children, with their platforms
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/image-index.md">OCI image index</a>
 */
@SuppressWarnings("ArrayRecordComponent") // equality is that of the bytes, below
public record ImageIndex(String mediaType, byte[] bytes, List<Descriptor> manifests) implements Manifest {

    public ImageIndex {
        manifests = List.copyOf(manifests);
    }

    /** Creates an OCI index. */
    public static ImageIndex of(List<Descriptor> manifests) {
        return of(manifests, Map.of());
    }

    /** Creates an OCI index with annotations. */
    public static ImageIndex of(List<Descriptor> manifests, Map<String, String> annotations) {
        return of(MediaTypes.OCI_INDEX, manifests, annotations, IndexForm.COMPACT);
    }

    static ImageIndex of(
            String mediaType, List<Descriptor> manifests, Map<String, String> annotations, IndexForm form) {
        return new ImageIndex(mediaType, form.write(mediaType, manifests, annotations), manifests);
    }

    /** The same index with some of its children only. It has another digest. */
    public ImageIndex only(Predicate<Descriptor> kept) {
        List<Descriptor> some = manifests.stream().filter(kept).toList();
        try {
            ObjectNode node = (ObjectNode) Json.parse(bytes);
            var array = node.putArray("manifests");
            some.forEach(child -> array.add(child.write()));
            return new ImageIndex(mediaType, Json.bytes(node), some);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Its annotations, in the order in which they are written. */
    public Map<String, String> annotations() {
        try {
            Map<String, String> all = new LinkedHashMap<>();
            Json.parse(bytes)
                    .path("annotations")
                    .properties()
                    .forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
            return all;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public List<Descriptor> references() {
        return manifests;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImageIndex index
                && index.mediaType.equals(mediaType)
                && Arrays.equals(index.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
