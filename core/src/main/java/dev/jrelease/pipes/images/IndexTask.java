package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.PublishedName;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One index to make of several images.
 *
 * @param id of the entry; empty if it has none
 * @param insecure whether its registry and those of its children may be talked to without a trusted certificate
 */
public record IndexTask(String id, ImageName name, List<IndexChild> children, boolean insecure) implements Task {

    public IndexTask {
        children = List.copyOf(children);
    }

    /** The hosts that this entry speaks of: its target's and its children's. */
    List<String> registries() {
        return Stream.concat(
                        Stream.of(name.reference().registry()),
                        children.stream().map(child -> child.reference().registry()))
                .distinct()
                .toList();
    }

    /** Whether both make the same index. */
    boolean isSame(IndexTask other) {
        if (!name.reference().equals(other.name.reference()) || children.size() != other.children.size()) {
            return false;
        }
        return IntStream.range(0, children.size()).allMatch(i -> children.get(i).isSame(other.children.get(i)));
    }

    @Override
    public String title() {
        return name.text();
    }

    @Override
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add(name.text() + (name.floating() ? "  (floating: moved last)" : "") + (insecure ? "  (insecure)" : ""));
        children.forEach(child -> lines.add("    " + child.describe()));
        return lines;
    }

    @Override
    public List<Artifact> promises() {
        return List.of(new PublishedName(name.text(), PublishedName.Kind.MANIFEST, id));
    }

    @Override
    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("reference", name.text());
        ArrayNode references = node.putArray("children");
        children.forEach(child -> references.add(child.text()));
        ArrayNode platforms = node.putArray("platforms");
        children.stream()
                .flatMap(child -> child.plannedPlatform().stream())
                .forEach(platform -> platforms.add(platform.toString()));
        node.put("floating", name.floating());
        node.put("insecure", insecure);
        return node;
    }
}
