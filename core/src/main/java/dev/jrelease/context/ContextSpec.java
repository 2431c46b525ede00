package dev.jrelease.context;

import dev.jrelease.failure.Location;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a build context is made of.
 *
 * @param directory the base, from which all paths start
 * @param dockerfile relative to the base directory, or absolute
 * @param dockerfileLocation the configuration's line that names the Dockerfile
 * @param leftOut paths relative to the base directory that no directory or glob brings in unless it names them, such
 *     as {@code dist}; {@code .git} is always one of them
 * @param filledDockerfile what the Dockerfile says, if its file is a template of that
 * @param filledFiles files whose content was a template
 * @param mtime of everything in the context, cut to seconds
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

    /** A context of files that go in as they are. */
    public ContextSpec(
            Path directory,
            Path dockerfile,
            Location dockerfileLocation,
            List<ExtraFile> files,
            List<Binary> binaries,
            List<String> leftOut,
            Instant mtime) {
        this(directory, dockerfile, dockerfileLocation, files, binaries, leftOut, Optional.empty(), List.of(), mtime);
    }
}
