package dev.jrelease.context;

import dev.jrelease.failure.Location;
import java.util.Optional;

/**
 * A rendered template.
 *
 * @param src the template, relative to the base directory
 * @param dst relative to the root of the context
 * @param executable absent if the mode of the template decides
 */
public record RenderedFile(String src, String dst, String content, Optional<Boolean> executable, Location location) {}
