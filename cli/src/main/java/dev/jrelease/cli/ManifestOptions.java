package dev.jrelease.cli;

import dev.jrelease.Images;
import dev.jrelease.environment.Environment;
import dev.jrelease.image.Access;
import dev.jrelease.image.IndexFormat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The common options of the commands below {@code manifest}. */
final class ManifestOptions {
    private final OptionSpec format = Options.value(IndexFormat.class, "auto|oci|docker", "--format")
            .description("An OCI index, or a Docker manifest list of images with Docker's media types. auto makes a"
                    + " list if all images have these types.")
            .build();

    private final OptionSpec insecure = Options.flag("--insecure", "Accept any certificate, and plain http.");

    void addTo(CommandSpec spec) {
        spec.addOption(format).addOption(insecure);
    }

    IndexFormat format() {
        return Options.value(format, IndexFormat.class).orElse(IndexFormat.AUTO);
    }

    Access access() {
        return Options.isGiven(insecure) ? Access.INSECURE : Access.STRICT;
    }

    static Images images(Environment environment, Console console) {
        Images images = new Images(environment, console.redactor(), retry -> console.progress(retry.text()));
        images.passWarningsTo((host, text) -> console.progress(host + "  warning: " + text));
        return images;
    }
}
