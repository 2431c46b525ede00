package dev.jrelease.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.json.Json;
import java.util.List;

/**
 * A tag with what it is to hold, all of which is in the source of the content.
 *
 * @param mounts where the registry may take some of it over from
 */
public record Publishable(Wanted wanted, List<MountSource> mounts) implements Artifact {
    public Publishable {
        mounts = List.copyOf(mounts);
    }

    @Override
    public ObjectNode json() {
        return Json.object()
                .put("type", "content")
                .put("name", wanted.tag().text())
                .put("digest", wanted.digest().toString())
                .put("adopted", wanted.adopted());
    }
}
