package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.Manifest;
import dev.jrelease.json.Json;
import dev.jrelease.pipes.images.plan.ImageName;

/**
 * What an immutable tag held before this release wrote to it, and goes on holding.
 *
 * @param adopted whether it is other content of the same revision, which the release adopts as its own
 */
public record FoundTag(ImageName name, Manifest found, boolean adopted) implements Artifact {

    @Override
    public ObjectNode json() {
        return Json.object()
                .put("type", "found_tag")
                .put("name", name.text())
                .put("digest", found.digest().toString())
                .put("adopted", adopted);
    }
}
