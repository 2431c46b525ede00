package dev.jrelease.pipes.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Access;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import dev.jrelease.publish.PlannedTag;
import java.util.List;

/** One tag of what is published, as the plan shows it. */
record TagTask(PlannedTag planned) implements Task {
    @Override
    public String title() {
        return planned.tag().text();
    }

    @Override
    public List<String> describe() {
        return List.of(title() + (planned.access() == Access.INSECURE ? "  (insecure)" : ""));
    }

    @Override
    public ObjectNode json() {
        return Json.object()
                .put("reference", title())
                .put("floating", planned.tag().floating())
                .put("insecure", planned.access() == Access.INSECURE);
    }
}
