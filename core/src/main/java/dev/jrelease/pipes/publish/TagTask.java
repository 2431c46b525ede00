package dev.jrelease.pipes.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Access;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import dev.jrelease.publish.Tag;
import dev.jrelease.publish.Tag.Moves;
import java.util.List;

/** One tag of what is published, as the plan shows it. */
record TagTask(Tag tag) implements Task {
    @Override
    public String title() {
        return tag.text();
    }

    @Override
    public List<String> describe() {
        return List.of(title()
                + (tag.moves() == Moves.FREELY ? "  (moves whatever it holds)" : "")
                + (tag.access() == Access.INSECURE ? "  (insecure)" : ""));
    }

    @Override
    public ObjectNode json() {
        ObjectNode node = Json.object().put("reference", title()).put("floating", tag.floating());
        if (tag.floating()) {
            node.put("forward", tag.moves() == Moves.FORWARD);
        }
        return node.put("insecure", tag.access() == Access.INSECURE);
    }
}
