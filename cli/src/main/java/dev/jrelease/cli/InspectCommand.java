package dev.jrelease.cli;

import dev.jrelease.Images;
import dev.jrelease.environment.Environment;
import dev.jrelease.image.Access;
import dev.jrelease.image.Place;
import dev.jrelease.inspect.Comparison;
import dev.jrelease.inspect.DockerManifestJson;
import dev.jrelease.inspect.InspectReport;
import dev.jrelease.inspect.Inspector;
import dev.jrelease.places.PlacedImage;
import dev.jrelease.places.Places;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code jrelease inspect}: shows an image or index, or where two of them differ. */
final class InspectCommand implements Command {
    private final Environment environment;
    private final Console console;

    private final PositionalParamSpec addresses = PositionalParamSpec.builder()
            .arity("1..2")
            .required(true)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel("PLACE")
            .description(Place.FORMS + ".")
            .build();

    private final OptionSpec output = Options.value(Format.class, "FORMAT", "--output")
            .defaultValue("text")
            .description(
                    "How it is shown: text, json as docker manifest inspect --verbose has it, or raw: the manifest or"
                            + " index unchanged. Default: ${DEFAULT-VALUE}.")
            .build();

    private final OptionSpec verbose =
            Options.flag("--verbose", "Show configuration, labels and layers of each image.");
    private final OptionSpec insecure = Options.flag("--insecure", "Accept any certificate, and plain http.");

    /** The names on the command line. */
    enum Format {
        text,
        json,
        raw
    }

    InspectCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    @Override
    public void addOptions(CommandSpec spec) {
        spec.addPositional(addresses).addOption(output).addOption(verbose).addOption(insecure);
    }

    @Override
    public Integer call() throws InterruptedException {
        List<String> given = Options.values(addresses, String.class);
        Access access = Options.isGiven(insecure) ? Access.INSECURE : Access.STRICT;
        try (Images images = new Images(environment, console.redactor(), retry -> console.progress(retry.text()));
                Places places = images.places(access)) {
            images.passWarningsTo((host, text) -> console.progress(host + "  warning: " + text));
            if (given.size() == 2) {
                return compare(places.image(given.get(0)), places.image(given.get(1)));
            }
            switch (Options.value(output, Format.class).orElse(Format.text)) {
                case text -> places.images(given.getFirst()).forEach(this::show);
                case json -> console.json(json(places.image(given.getFirst())));
                case raw ->
                    console.raw(places.image(given.getFirst()).manifest().bytes());
            }
            return ExitCode.DONE.code();
        }
    }

    /** As with {@code diff} and {@code cmp}, a difference has an exit code of its own. */
    private int compare(PlacedImage one, PlacedImage other) throws InterruptedException {
        Comparison comparison = Comparison.of(one, other);
        console.result(comparison.text());
        return comparison.identical() ? ExitCode.DONE.code() : ExitCode.BUILD.code();
    }

    private static String json(PlacedImage image) {
        return new String(DockerManifestJson.of(image), StandardCharsets.UTF_8) + "\n";
    }

    private void show(PlacedImage side) {
        InspectReport inspection = new Inspector(side.source()).inspect(side.name(), side.manifest());
        console.result(Options.isGiven(verbose) ? inspection.verboseText() : inspection.text());
    }
}
