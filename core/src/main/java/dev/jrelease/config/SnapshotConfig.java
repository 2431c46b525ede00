package dev.jrelease.config;

import dev.jrelease.config.bind.Former;
import dev.jrelease.template.Template;
import java.util.Optional;

/**
 * How a snapshot is called.
 *
 * <pre>
 * snapshot:
 *   version_template: "{{ incpatch .Version }}-next"
 * </pre>
 */
public record SnapshotConfig(@Former("name_template") Optional<Template> versionTemplate) {}
