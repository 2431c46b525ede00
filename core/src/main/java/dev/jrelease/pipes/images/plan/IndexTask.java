package dev.jrelease.pipes.images.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.PublishedName;
import dev.jrelease.artifact.PublishedName.Kind;
import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.IndexBuilder;
import dev.jrelease.image.IndexForm;
import dev.jrelease.image.IndexFormat;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An index to make.
 *
 * @param id of the entry; empty if it has none
 * @param kind which section asks for it
 * @param allNames of the same index, in the order of the plan
 * @param push whether it is written to its registry
 * @param perhaps whether it is not known if it is made at all
 */
public record IndexTask(
        String id,
        Kind kind,
        ImageName name,
        List<ImageName> allNames,
        List<IndexChild> children,
        Map<String, String> annotations,
        IndexFormat format,
        boolean push,
        boolean perhaps)
        implements Task {

    public IndexTask {
        allNames = List.copyOf(allNames);
        children = List.copyOf(children);
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }

    /** Whether its {@code insecure} covers a child, at the registries of the entry. */
    boolean coversAsInsecure(ImageName child) {
        return name.access() == Access.INSECURE
                && registries().contains(child.reference().registry());
    }

    private List<String> registries() {
        return Stream.concat(
                        Stream.of(name.reference().registry()),
                        children.stream()
                                .flatMap(child -> child.reference().stream())
                                .map(ImageReference::registry))
                .distinct()
                .toList();
    }

    /** Whether none of its images has a name, so that a registry has them under the index's name only. */
    public boolean isAllThereIs() {
        return children.stream()
                .allMatch(child ->
                        child instanceof IndexChild.Built built && built.name().isEmpty());
    }

    /** Whether both are the same index under the same name. */
    boolean isSame(IndexTask other) {
        return name.reference().equals(other.name.reference()) && hasSameContent(other);
    }

    /** The same among all indexes of the plan. */
    IndexTask among(List<IndexTask> all) {
        List<ImageName> names =
                all.stream().filter(this::hasSameContent).map(IndexTask::name).toList();
        return new IndexTask(id, kind, name, names, children, annotations, format, push, perhaps);
    }

    /** The same without images that are not among these. */
    IndexTask withImages(Set<ImageKey> keys) {
        List<IndexChild> some = children.stream()
                .filter(child -> !(child instanceof IndexChild.Built built) || keys.contains(built.image()))
                .toList();
        return new IndexTask(id, kind, name, allNames, some, annotations, format, push, perhaps);
    }

    /** Whether its name is the first of the same index: what is odd about it is said once. */
    public boolean isFirst() {
        return allNames.getFirst().equals(name);
    }

    /** Whether both are the same index, under any names. */
    private boolean hasSameContent(IndexTask other) {
        return children.size() == other.children.size()
                && annotations.equals(other.annotations)
                && format == other.format
                && IntStream.range(0, children.size())
                        .allMatch(i -> children.get(i).isSame(other.children.get(i)));
    }

    /** A builder for the index, without children. */
    public IndexBuilder builder() {
        return new IndexBuilder(format, IndexForm.COMPACT).annotate(annotations);
    }

    @Override
    public String title() {
        return name.text();
    }

    @Override
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add(name.text()
                + (name.floating() ? "  (floating: moved last)" : "")
                + (name.access() == Access.INSECURE ? "  (insecure)" : "")
                + (format == IndexFormat.AUTO ? "" : "  (format " + formatName() + ")")
                + (push ? "" : "  (not pushed)"));
        children.forEach(child -> lines.add("    " + child.describe()));
        annotations.forEach((key, value) -> lines.add("    --annotation " + key + "=" + value));
        return lines;
    }

    private String formatName() {
        return format.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<PublishedName> published() {
        return push ? List.of(new PublishedName(name.text(), kind, id, Optional.empty())) : List.of();
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
        ObjectNode annotated = node.putObject("annotations");
        annotations.forEach(annotated::put);
        if (format != IndexFormat.AUTO) {
            node.put("format", formatName());
        }
        node.put("push", push);
        node.put("floating", name.floating());
        node.put("insecure", name.access() == Access.INSECURE);
        return node;
    }
}
