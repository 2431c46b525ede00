package dev.jrelease.pipes.images.context;

import dev.jrelease.failure.Location;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What a build context is made of.
 *
 * @param directory the base: everything in {@code files} is inside it
 * @param dockerfile relative to the base directory, or absolute; it may be outside
 * @param dockerfileLocation the configuration's line that names the Dockerfile
 * @param leftOut paths relative to the base directory that no directory or glob brings in unless it names them, such
 *     as {@code dist}; {@code .git} is always one of them
 * @param mtime of everything in the context, cut to seconds
 */
public record ContextSpec(
        Path directory,
        Path dockerfile,
        Location dockerfileLocation,
        List<ExtraFile> files,
        List<Binary> binaries,
        List<String> leftOut,
        Instant mtime) {

    public ContextSpec {
        files = List.copyOf(files);
        binaries = List.copyOf(binaries);
        leftOut = List.copyOf(leftOut);
    }
}
