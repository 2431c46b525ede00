package dev.jrelease.context;

import dev.jrelease.failure.Location;
import java.util.Optional;

/**
 * One item of {@code extra_files}: what goes into the build context, and where.
 *
 * <p>{@code src} is a file, a directory (with everything in it) or a glob of {@code *}, {@code ?}, {@code **},
 * {@code [a-z]} and {@code {a,b}}; a path that exists is that path, whatever characters it has. A link that is named
 * itself is followed; links inside directories stay links. A {@code .dockerignore} holds for what directories and
 * globs bring in, never for a file that is named itself. The rule for names in the context, as for {@code COPY}:
 *
 * <ul>
 *   <li>without {@code dst} everything keeps its own path, relative to the base directory;
 *   <li>a file becomes {@code dst}, or goes into it under its own name if {@code dst} ends with {@code /};
 *   <li>what is in a directory goes into {@code dst};
 *   <li>what a glob matches goes into {@code dst}, however many files that are, under its path below the glob's
 *       leading directory: {@code conf/*}{@code /x.toml} in {@code etc} makes {@code etc/a/x.toml}.
 * </ul>
 *
 * @param src relative to the base directory, with {@code /}
 * @param dst relative to the root of the context
 * @param location of the configuration's line, for what is wrong with it
 */
public record ExtraFile(String src, Optional<String> dst, Location location) {}
