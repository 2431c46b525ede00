package dev.jrelease.config.bind;

import dev.jrelease.config.yaml.SourceText;
import dev.jrelease.template.Partials;

/**
 * A file of the configuration.
 *
 * @param partials of its templates
 * @param lenient whether unsupported keys are warnings, as in a GoReleaser file
 */
public record SourceFile(SourceText text, Partials partials, boolean lenient) {}
