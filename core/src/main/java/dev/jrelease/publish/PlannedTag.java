package dev.jrelease.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.Access;
import dev.jrelease.json.Json;

/** A tag that a release will publish: what its plan knows of it. */
public record PlannedTag(Tag tag, Access access) implements Artifact {
    @Override
    public ObjectNode json() {
        return Json.object()
                .put("type", "planned tag")
                .put("name", tag.text())
                .put("floating", tag.floating())
                .put("insecure", access == Access.INSECURE);
    }
}
