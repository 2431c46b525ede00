package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.ArtifactRow;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.pipes.images.plan.IndexTask;
import java.util.List;

/**
 * An index of this release, which lies in the layout with everything that it names.
 *
 * @param sizes in bytes of the images that it names
 */
public record CombinedIndex(IndexTask index, ImageIndex manifest, List<Long> sizes) implements Artifact {
    public CombinedIndex {
        sizes = List.copyOf(sizes);
    }

    @Override
    public ObjectNode json() {
        ObjectNode node = Json.object()
                .put("type", "index")
                .put("id", index.id())
                .put("name", index.name().text())
                .put("digest", manifest.digest().toString());
        ArrayNode platforms = node.putArray("platforms");
        platforms().forEach(platform -> platforms.add(platform.toString()));
        return node;
    }

    @Override
    public List<ArtifactRow> rows() {
        return List.of(ArtifactRow.inLayout(index.name().text(), manifest.digest(), platforms(), sizes));
    }

    private List<Platform> platforms() {
        return manifest.manifests().stream()
                .flatMap(child -> child.platform().stream())
                .distinct()
                .toList();
    }
}
