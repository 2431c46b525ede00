package dev.jrelease.context;

import dev.jrelease.failure.Location;
import java.util.Optional;

/**
 * A file whose content was a template, filled in.
 *
 * @param src the template, relative to the base directory
 * @param dst relative to the root of the context
 * @param executable absent if that is up to the mode of the template
 */
public record RenderedFile(String src, String dst, String content, Optional<Boolean> executable, Location location) {}
