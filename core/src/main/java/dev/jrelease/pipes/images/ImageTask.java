package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.PublishedName;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One image to build.
 *
 * @param push whether its names are written to their registries
 * @param verified whether it is checked to be what it says
 * @param insecureRegistries hosts that entries of {@code docker_manifests} with {@code insecure} name beside it
 */
public record ImageTask(
        ImageKey key,
        String id,
        List<ImageName> names,
        BuildRecipe recipe,
        boolean push,
        boolean verified,
        Set<String> insecureRegistries)
        implements Task {

    public ImageTask {
        names = List.copyOf(names);
        insecureRegistries = Collections.unmodifiableSet(new LinkedHashSet<>(insecureRegistries));
    }

    public Platform platform() {
        return key.platform();
    }

    ImageTask withInsecureRegistries(Set<String> hosts) {
        return new ImageTask(key, id, names, recipe, push, verified, hosts);
    }

    @Override
    public String title() {
        return id + " " + platform();
    }

    @Override
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add(title() + "  from " + recipe.dockerfile()
                + (recipe.target().isEmpty() ? "" : ", target " + recipe.target())
                + (push ? "" : ", not pushed"));
        names.forEach(name -> lines.add("    " + name.text()));
        recipe.buildArgs().forEach((key, value) -> lines.add("    --build-arg " + key + "=" + value));
        recipe.labels().forEach((key, value) -> lines.add("    --label " + key + "=" + value));
        return lines;
    }

    @Override
    public List<Artifact> promises() {
        return push
                ? names.stream()
                        .<Artifact>map(name -> new PublishedName(name.text(), PublishedName.Kind.IMAGE, id))
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
        node.put("target", recipe.target());
        ArrayNode files = node.putArray("extra_files");
        recipe.files()
                .forEach(file -> files.addObject()
                        .put("src", file.src())
                        .put("dst", file.dst().orElse(file.src())));
        ArrayNode binaries = node.putArray("binaries");
        recipe.binaries().forEach(binary -> binaries.add(binary.file().toString()));
        node.put("push", push);
        return node;
    }
}
