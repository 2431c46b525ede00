package dev.jrelease.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.Access;
import dev.jrelease.json.Json;
import org.jspecify.annotations.Nullable;

/** A tag that a release will publish: what its plan knows of it. */
public record PlannedTag(Tag tag, Access access) implements Artifact {
    // Written out: what the compiler makes is linked by reflection at the first call of a start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PlannedTag that && tag.equals(that.tag) && access.equals(that.access);
    }

    @Override
    public int hashCode() {
        return 31 * tag.hashCode() + access.hashCode();
    }

    @Override
    public ObjectNode json() {
        return Json.object()
                .put("type", "planned tag")
                .put("name", tag.text())
                .put("floating", tag.floating())
                .put("insecure", access == Access.INSECURE);
    }
}
