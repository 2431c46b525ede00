package dev.jrelease.cli;

import dev.jrelease.Images;
import dev.jrelease.environment.Environment;
import dev.jrelease.image.Manifest;
import dev.jrelease.manifest.IndexPush;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.places.Places;
import dev.jrelease.report.ReleaseEvents;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code jrelease manifest push}: pushes an index from a layout. */
final class ManifestPushCommand implements Command {
    private final Environment environment;
    private final Console console;

    private final PositionalParamSpec from = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .type(String.class)
            .paramLabel("oci:DIR[:NAME]")
            .description("The layout, and the name of the index in it. Without a name, its only one or REF.")
            .build();

    private final PositionalParamSpec to = PositionalParamSpec.builder()
            .index("1")
            .arity("1")
            .required(true)
            .type(String.class)
            .paramLabel("REF")
            .description("The name in a registry.")
            .build();

    private final ManifestOptions options = new ManifestOptions();

    ManifestPushCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    @Override
    public void addOptions(CommandSpec spec) {
        spec.addPositional(from).addPositional(to);
        options.addTo(spec);
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Images images = ManifestOptions.images(environment, console);
                Places places = images.places(options.access())) {
            CopyListener listener = new CopyListener(console);
            String name = Options.value(to, String.class).orElseThrow();
            Manifest pushed = new IndexPush(
                            places,
                            places.place(Options.value(from, String.class).orElseThrow()),
                            places.place(name),
                            options.format(),
                            new ReleaseEvents(listener))
                    .run(ReleaseOptions.standardParallelism());
            listener.end();
            console.result(name + "  " + pushed.digest() + "\n");
            return ExitCode.DONE.code();
        }
    }
}
