package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Required;
import dev.jrelease.failure.Location;
import dev.jrelease.template.Template;
import java.util.Optional;

/**
 * A file that goes into the build context with its content filled in: {@code {src: "app.conf.tpl", dst: app.conf}}.
 *
 * @param mode octal; without it, that of {@code src}
 */
public record TemplatedFileConfig(
        Location location,

        @Required @Description("The file whose content is a template.") @Example("app.conf.tpl")
        Template src,

        @Required @Description("Its path in the build context.") @Example("app.conf")
        Template dst,

        @Description("Its permissions, in octal; only whether it may be executed counts.") @Example("0755")
        Optional<String> mode) {}
