package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.util.Optional;

/**
 * The section {@code docker_digest}: the file with the digests of published tags.
 *
 * <pre>{@code
 * docker_digest:
 *   name_template: "digests-{{ version }}.txt"
 * }</pre>
 */
public record DockerDigestConfig(
        @Description("Whether the file is not written: true, false or a template that gives one of them.")
        @Default("false")
        @Example("'{{ .IsSnapshot }}'")
        Optional<Condition> disable,

        @Description("The file's name, inside dist.") @Default("digests.txt") @Example("'digests-{{ .Version }}.txt'")
        Optional<Template> nameTemplate) {}
