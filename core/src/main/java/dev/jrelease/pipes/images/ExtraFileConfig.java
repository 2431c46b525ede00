package dev.jrelease.pipes.images;

import dev.jrelease.config.bind.FromScalar;
import dev.jrelease.failure.Location;
import dev.jrelease.template.Template;
import java.util.Optional;

/**
 * A file, folder or glob that goes into the build context: {@code app/} or {@code {src: "bin/{{ target }}/hello", dst:
 * hello}}.
 */
@FromScalar("src")
public record ExtraFileConfig(Location location, Template src, Optional<Template> dst) {}
