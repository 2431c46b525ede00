package dev.jrelease.config;

import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.DeprecatedNames;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.template.Template;
import java.util.Optional;

/**
 * The section {@code snapshot}.
 *
 * <pre>
 * snapshot:
 *   version_template: "{{ incpatch .Version }}-next"
 * </pre>
 */
public record SnapshotConfig(
        @Description("The version of a snapshot. It may contain the characters of an image tag, and '+'.")
        @Default("'{{ .Version }}-SNAPSHOT-{{ .ShortCommit }}'")
        @Example("'{{ incpatch .Version }}-next'")
        @DeprecatedNames("name_template")
        Optional<Template> versionTemplate) {}
