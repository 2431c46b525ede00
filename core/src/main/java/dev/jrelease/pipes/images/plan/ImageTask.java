package dev.jrelease.pipes.images.plan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.PublishedName;
import dev.jrelease.artifact.PublishedName.Kind;
import dev.jrelease.image.Access;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An image to build.
 *
 * @param kind of its names
 * @param names empty if it is in an index by digest only
 * @param annotations of its manifest
 * @param push whether its names are pushed
 * @param verified whether it is verified
 * @param indexes the names of the indexes that contain it
 * @param homes the names in whose repositories it is published, its own first
 * @param perhaps whether it is unknown if it is made
 */
public record ImageTask(
        ImageKey key,
        String id,
        Kind kind,
        List<ImageName> names,
        BuildRecipe recipe,
        Map<String, String> annotations,
        boolean push,
        boolean verified,
        List<ImageName> indexes,
        List<ImageName> homes,
        boolean perhaps)
        implements Task {

    public ImageTask {
        names = List.copyOf(names);
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
        indexes = List.copyOf(indexes);
        homes = List.copyOf(homes);
    }

    public Platform platform() {
        return key.platform();
    }

    /** The same with its indexes: insecure access of an index covers its children, too. */
    ImageTask in(List<IndexTask> holders) {
        List<ImageName> covered = names.stream()
                .map(name -> holders.stream().anyMatch(index -> index.coversAsInsecure(name))
                        ? name.with(Access.INSECURE)
                        : name)
                .toList();
        List<ImageName> holding = holders.stream().map(IndexTask::name).toList();
        List<ImageName> published = Stream.concat(
                        push ? covered.stream() : Stream.empty(),
                        holders.stream().filter(IndexTask::push).map(IndexTask::name))
                .toList();
        return new ImageTask(key, id, kind, covered, recipe, annotations, push, verified, holding, published, perhaps);
    }

    /** The access to a registry of its base image: as to the registries of its names. */
    public Access access(String registry) {
        return Stream.concat(names.stream(), indexes.stream()).anyMatch(name -> name.isInsecureAt(registry))
                ? Access.INSECURE
                : Access.STRICT;
    }

    /** Whether both have the same build and options, whatever their names. */
    boolean isSame(ImageTask other) {
        return platform().equals(other.platform())
                && push == other.push
                && verified == other.verified
                && annotations.equals(other.annotations)
                && recipe.isSame(other.recipe);
    }

    ImageTask withNames(List<ImageName> others) {
        return new ImageTask(key, id, kind, others, recipe, annotations, push, verified, indexes, homes, perhaps);
    }

    @Override
    public String title() {
        String combination = key.combination().toString();
        return id + " " + platform() + (combination.isEmpty() ? "" : " (" + combination + ")");
    }

    @Override
    public Optional<Platform> forPlatform() {
        return Optional.of(platform());
    }

    @Override
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add(title() + "  from " + recipe.dockerfile()
                + (recipe.filledDockerfile().isPresent() ? ", filled in" : "")
                + (recipe.target().isEmpty() ? "" : ", target " + recipe.target())
                + (names.isEmpty() ? ", named by its index alone" : "")
                + (push ? "" : ", not pushed"));
        names.forEach(name -> lines.add("    " + name.text()));
        recipe.buildArgs().forEach((key, value) -> lines.add("    --build-arg " + key + "=" + value));
        recipe.labels().forEach((key, value) -> lines.add("    --label " + key + "=" + value));
        annotations.forEach((key, value) -> lines.add("    --annotation " + key + "=" + value));
        return lines;
    }

    @Override
    public List<String> reads() {
        return recipe.reads();
    }

    @Override
    public List<PublishedName> published() {
        return push
                ? names.stream()
                        .map(name -> new PublishedName(name.text(), kind, id, forPlatform()))
                        .toList()
                : List.of();
    }

    @Override
    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("id", id);
        node.put("platform", platform().toString());
        ArrayNode references = node.putArray("references");
        names.forEach(name -> references.add(name.text()));
        node.put("dockerfile", recipe.dockerfile());
        ObjectNode arguments = node.putObject("build_args");
        recipe.buildArgs().forEach(arguments::put);
        ObjectNode labels = node.putObject("labels");
        recipe.labels().forEach(labels::put);
        ObjectNode annotated = node.putObject("annotations");
        annotations.forEach(annotated::put);
        node.put("target", recipe.target());
        ArrayNode files = node.putArray("extra_files");
        recipe.files()
                .forEach(file -> files.addObject()
                        .put("src", file.src())
                        .put("dst", file.dst().orElse(file.src())));
        ArrayNode binaries = node.putArray("binaries");
        recipe.binaries().forEach(binary -> binaries.add(binary.file().toString()));
        addFilled(node);
        node.put("push", push);
        return node;
    }

    /** A rendered file is represented by its digest. */
    private void addFilled(ObjectNode node) {
        Stream.concat(recipe.filledDockerfile().stream(), recipe.filledFiles().stream())
                .forEach(file -> node.withArray("/filled_in")
                        .addObject()
                        .put("src", file.src())
                        .put("dst", file.dst())
                        .put(
                                "digest",
                                Digest.of(file.content().getBytes(StandardCharsets.UTF_8))
                                        .toString()));
    }
}
