package dev.jrelease.context;

import dev.jrelease.failure.Location;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The content of a build context.
 *
 * @param directory the base, from which all paths start
 * @param dockerfile relative to the base directory, or absolute
 * @param dockerfileLocation the location of the Dockerfile's name in the configuration
 * @param leftOut paths relative to the base directory that a folder or glob includes only if it names them, such as
 *     {@code dist}; {@code .git} is always one of them
 * @param filledDockerfile the rendered Dockerfile, if it is a template
 * @param filledFiles rendered templates
 * @param mtime of everything in the context, in whole seconds
 */
public record ContextSpec(
        Path directory,
        Path dockerfile,
        Location dockerfileLocation,
        List<ExtraFile> files,
        List<Binary> binaries,
        List<String> leftOut,
        Optional<RenderedFile> filledDockerfile,
        List<RenderedFile> filledFiles,
        Instant mtime) {

    public ContextSpec {
        files = List.copyOf(files);
        binaries = List.copyOf(binaries);
        leftOut = List.copyOf(leftOut);
        filledFiles = List.copyOf(filledFiles);
    }
}
