package dev.jrelease.config;

import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
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
public record SnapshotConfig(
        @Description("The version of a snapshot; it holds only what an image's tag can hold, and '+'.")
        @Default("'{{ .Version }}-SNAPSHOT-{{ .ShortCommit }}'")
        @Example("'{{ incpatch .Version }}-next'")
        @Former("name_template")
        Optional<Template> versionTemplate) {}
