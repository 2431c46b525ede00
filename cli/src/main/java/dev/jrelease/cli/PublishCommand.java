package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.cli.progress.TerminalAccess;
import dev.jrelease.environment.Environment;
import dev.jrelease.pipeline.BuiltBefore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code jrelease publish}: publishes images that were built before, as they are. */
final class PublishCommand implements Command {
    private final ReleaseRun release;
    private final RunOptions run = new RunOptions(
            Releaser::skipWordsOfBuiltBefore,
            "Publish what was built as a snapshot, under the version of the snapshot.");

    private final PositionalParamSpec place = PositionalParamSpec.builder()
            .index("0")
            .arity("0..1")
            .type(String.class)
            .paramLabel("DIST|oci:DIR")
            .description("What jrelease build left. Default: the folder dist.")
            .build();

    PublishCommand(Environment environment, Console console, Instant now, TerminalAccess terminal) {
        this.release = new ReleaseRun(environment, console, now, terminal);
    }

    @Override
    public void addOptions(CommandSpec spec) {
        release.addTo(spec);
        run.addTo(spec, "--snapshot", "--overwrite", "--allow-downgrade", "--tag", "--skip", "-p", "--timeout");
        spec.addPositional(place);
    }

    @Override
    public Integer call() throws InterruptedException {
        Optional<String> named = Options.value(place, String.class);
        List<String> folders = named.map(List::of).orElse(List.of());
        return release.run(run.options().of(new BuiltBefore(folders, true)));
    }
}
