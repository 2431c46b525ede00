package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.ArtifactRow;
import dev.jrelease.artifact.ListedArtifact;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.json.Json;
import dev.jrelease.pipes.images.plan.ImageTask;
import java.util.List;
import java.util.Optional;

/**
 * An image of this release, which lies in the layout.
 *
 * @param base the image that it was built on
 */
public record BuiltImage(ImageTask image, ImageManifest manifest, BaseImage base) implements Artifact {

    /** An image that is based on no other one, or on one of which nothing is known. */
    public BuiltImage(ImageTask image, ImageManifest manifest) {
        this(image, manifest, BaseImage.UNKNOWN);
    }

    @Override
    public ObjectNode json() {
        ObjectNode node = Json.object()
                .put("type", "image")
                .put("id", image.id())
                .put("platform", image.platform().toString())
                .put("digest", manifest.digest().toString());
        ArrayNode names = node.putArray("names");
        image.names().forEach(name -> names.add(name.text()));
        return node;
    }

    @Override
    public List<ArtifactRow> rows() {
        return image.names().stream()
                .map(name -> ArtifactRow.inLayout(
                        name.text(), manifest.digest(), List.of(image.platform()), List.of(manifest.contentSize())))
                .toList();
    }

    @Override
    public List<ListedArtifact> listed() {
        return image.names().stream()
                .map(name -> ListedArtifact.image(
                        name.text(),
                        ListedArtifact.Kind.IMAGE,
                        Optional.of(image.platform()),
                        image.id(),
                        manifest.digest()))
                .toList();
    }
}
