package dev.jrelease.pipes.images;

import dev.jrelease.artifact.BuildOutput.Binary;
import dev.jrelease.failure.Location;
import dev.jrelease.pipes.images.context.ExtraFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one image is built.
 *
 * @param dockerfile relative to the working directory
 * @param labels in the order of the file, the standard ones last
 * @param target the stage to build; empty means the last
 */
public record BuildRecipe(
        String dockerfile,
        Location location,
        List<ExtraFile> files,
        List<Binary> binaries,
        Map<String, String> buildArgs,
        Map<String, String> labels,
        String target,
        BuildOptions options) {

    public BuildRecipe {
        files = List.copyOf(files);
        binaries = List.copyOf(binaries);
        buildArgs = Collections.unmodifiableMap(new LinkedHashMap<>(buildArgs));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }
}
