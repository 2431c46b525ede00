package dev.jrelease.context;

import dev.jrelease.failure.Location;
import java.util.Optional;

/**
 * An item of {@code extra_files}: what is added to the build context, and where.
 *
 * <p>{@code src} is a file, a directory (with everything in it) or a glob of {@code *}, {@code ?}, {@code **}, {@code
 * [a-z]} and {@code {a,b}}; an existing path is taken literally. A link that is named itself is followed; links inside
 * directories stay links. A {@code .dockerignore} applies to the content of directories and globs, not to a file that
 * is named itself. As for {@code COPY}: <ul> <li>without {@code dst} everything keeps its path, relative to the base
 * directory; <li>a file becomes {@code dst}, or is put into it under its own name if {@code dst} ends with {@code /};
 * <li>the content of a directory is put into {@code dst}; <li>the matches of a glob are put into {@code dst} under
 * their paths below the glob's leading directory: {@code conf/*}{@code /x.toml} in {@code etc} makes {@code
 * etc/a/x.toml}. </ul>
 *
 * @param src relative to the base directory, with {@code /}
 * @param dst relative to the root of the context
 * @param location in the configuration, for problems
 */
public record ExtraFile(String src, Optional<String> dst, Location location) {}
