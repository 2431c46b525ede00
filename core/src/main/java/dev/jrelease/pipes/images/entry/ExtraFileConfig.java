package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.FromScalar;
import dev.jrelease.failure.Location;
import dev.jrelease.template.Template;
import java.util.Optional;

/**
 * A file, folder or glob that goes into the build context: {@code app/} or {@code {src: "bin/{{ target }}/hello", dst:
 * hello}}.
 */
@FromScalar("src")
public record ExtraFileConfig(
        Location location,

        @Description("A file, a folder or a glob, from the project's folder; one that renders empty is dropped.")
        @Example({"LICENSE", "'bin/{{ .Target }}/hello'"})
        Template src,

        @Description("Where it is put in the build context; without it, where it is in the project.")
        @Example({"hello", "assets/"})
        Optional<Template> dst) {}
