package dev.jrelease.config.bind;

import dev.jrelease.config.yaml.SourceText;
import dev.jrelease.template.Partials;

/**
 * A file that nodes come from.
 *
 * @param partials what its templates may include
 * @param lenient whether keys that are known and not followed are no errors, as in a file of GoReleaser's
 */
public record SourceFile(SourceText text, Partials partials, boolean lenient) {}
