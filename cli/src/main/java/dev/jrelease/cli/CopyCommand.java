package dev.jrelease.cli;

import dev.jrelease.Images;
import dev.jrelease.copy.Copy;
import dev.jrelease.copy.CopyRequest;
import dev.jrelease.environment.Environment;
import dev.jrelease.image.Access;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Place;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.places.Places;
import dev.jrelease.report.ReleaseEvents;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/** {@code jrelease copy}: copies an image or index from one place to another. */
final class CopyCommand implements Command {
    private static final ITypeConverter<Platform> PLATFORM = text -> Platform.parse(text)
            .orElseThrow(() ->
                    new TypeConversionException("'" + text + "' is not a platform, as linux/arm64 or linux/arm/v7"));

    private final Environment environment;
    private final Console console;

    private final PositionalParamSpec source = place("0", "SRC");
    private final PositionalParamSpec target = place("1", "DST");

    private final OptionSpec platforms = Options.value(List.class, "PLATFORM", "--platform")
            .auxiliaryTypes(Platform.class)
            .converters(PLATFORM)
            .splitRegex(",")
            .description("Copy the images for these platforms only.")
            .build();

    private final OptionSpec all =
            Options.flag("--all", "Copy all platforms, also to docker-archive: and docker-daemon:.");
    private final OptionSpec insecure = Options.flag("--insecure", "Accept any certificate, and plain http.");

    private final OptionSpec parallelism = Options.value(Integer.class, "N", "-p", "--parallelism")
            .converters(new CountConverter())
            .description("The number of blobs that are copied at the same time.")
            .build();

    CopyCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    private static PositionalParamSpec place(String index, String label) {
        return PositionalParamSpec.builder()
                .index(index)
                .arity("1")
                .required(true)
                .type(String.class)
                .paramLabel(label)
                .description(Place.FORMS + ".")
                .build();
    }

    @Override
    public void addOptions(CommandSpec spec) {
        spec.addPositional(source).addPositional(target);
        spec.addOption(platforms).addOption(all).addOption(insecure).addOption(parallelism);
    }

    @Override
    public Integer call() throws InterruptedException {
        Access access = Options.isGiven(insecure) ? Access.INSECURE : Access.STRICT;
        try (Images images = new Images(environment, console.redactor(), retry -> console.progress(retry.text()));
                Places places = images.places(access)) {
            images.passWarningsTo((host, text) -> console.progress(host + "  warning: " + text));
            CopyRequest request = new CopyRequest(
                    places.place(Options.value(source, String.class).orElseThrow()),
                    places.place(Options.value(target, String.class).orElseThrow()),
                    Options.values(platforms, Platform.class),
                    Options.isGiven(all),
                    Options.value(parallelism, Integer.class).orElseGet(ReleaseOptions::standardParallelism));
            CopyListener listener = new CopyListener(console);
            Manifest copied = new Copy(places, request, new ReleaseEvents(listener)).run();
            listener.end();
            console.result(request.to().text() + "  " + copied.digest() + "\n");
            return ExitCode.DONE.code();
        }
    }
}
