package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.Required;
import dev.jrelease.failure.Location;
import dev.jrelease.template.Template;
import java.util.Optional;

/**
 * A template for a file in the build context: {@code {src: "app.conf.tpl", dst: app.conf}}.
 *
 * @param mode octal; the default is that of {@code src}
 */
public record TemplatedFileConfig(
        Location location,

        @Required @Description("The template.") @Example("app.conf.tpl")
        Template src,

        @Required @Description("Its path in the build context.") @Example("app.conf")
        Template dst,

        @Description("Its permissions, in octal. Only the execute permission has an effect.") @Example("0755")
        Optional<String> mode) {}
