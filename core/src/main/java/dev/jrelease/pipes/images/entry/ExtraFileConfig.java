package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.FromScalar;
import dev.jrelease.config.bind.Required;
import dev.jrelease.failure.Location;
import dev.jrelease.template.Template;
import java.util.Optional;

/**
 * A file, folder or glob for the build context: {@code app/} or {@code {src: "bin/{{ target }}/hello", dst: hello}}.
 */
@FromScalar("src")
public record ExtraFileConfig(
        Location location,

        @Description("A file, a folder or a glob, from the project's folder. An empty one is dropped.")
        @Example({"LICENSE", "'bin/{{ .Target }}/hello'"})
        @Required
        Template src,

        @Description("Its path in the build context; the default is its path in the project.")
        @Example({"hello", "assets/"})
        Optional<Template> dst) {}
