package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.TagName;
import dev.jrelease.image.Access;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import dev.jrelease.pipes.images.plan.ImageName;
import java.util.List;

/** One tag to write, or to look up. */
public record TagTask(TagContent subject) implements Task {

    public ImageName name() {
        return subject.name();
    }

    public Access access() {
        return name().access();
    }

    @Override
    public String title() {
        return name().text();
    }

    @Override
    public List<TagName> tags() {
        return List.of(new TagName(name().text(), name().floating()));
    }

    @Override
    public List<String> describe() {
        return List.of(name().text() + (access() == Access.INSECURE ? "  (insecure)" : ""));
    }

    @Override
    public ObjectNode json() {
        return Json.object()
                .put("reference", name().text())
                .put("floating", name().floating())
                .put("insecure", access() == Access.INSECURE);
    }
}
