package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.json.Json;
import dev.jrelease.pipes.images.plan.ImageKey;

/** What stands for an image without a name of its own: that of an index which was found under the index's name. */
public record AdoptedImage(ImageKey image, ImageManifest manifest) implements Artifact {

    @Override
    public ObjectNode json() {
        return Json.object()
                .put("type", "adopted_image")
                .put("platform", image.platform().toString())
                .put("digest", manifest.digest().toString());
    }
}
