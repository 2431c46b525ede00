package dev.jrelease.cli;

import dev.jrelease.Images;
import dev.jrelease.environment.Environment;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.Place;
import dev.jrelease.manifest.IndexCreation;
import dev.jrelease.manifest.IndexRequest;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.places.Places;
import dev.jrelease.report.ReleaseEvents;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code jrelease manifest create}: makes an index of images, as {@code docker manifest} does. */
final class ManifestCreateCommand implements Command {
    private final Environment environment;
    private final Console console;

    private final IndexOptions index = new IndexOptions();
    private final ManifestOptions options = new ManifestOptions();
    private final OptionSpec dryRun = Options.flag("--dry-run", "Print the index, and write nothing.");

    ManifestCreateCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    @Override
    public void addOptions(CommandSpec spec) {
        index.addTo(spec);
        options.addTo(spec);
        spec.addOption(dryRun);
    }

    @Override
    public Integer call() throws InterruptedException {
        try (Images images = ManifestOptions.images(environment, console);
                Places places = images.places(options.access())) {
            CopyListener listener = new CopyListener(console);
            IndexRequest request = index.request(options.format(), places::place, environment);
            IndexCreation creation = new IndexCreation(places, request, new ReleaseEvents(listener));
            ImageIndex made = creation.make();
            if (Options.isGiven(dryRun)) {
                console.raw(made.bytes());
                return ExitCode.DONE.code();
            }
            creation.publish(made, ReleaseOptions.standardParallelism());
            listener.end();
            for (Place target : request.targets()) {
                console.result(target.text() + "  " + made.digest() + "\n");
            }
            return ExitCode.DONE.code();
        }
    }
}
