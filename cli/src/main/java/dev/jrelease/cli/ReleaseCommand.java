package dev.jrelease.cli;

import dev.jrelease.cli.progress.TerminalAccess;
import dev.jrelease.environment.Environment;
import dev.jrelease.pipeline.BuiltBefore;
import dev.jrelease.pipeline.ReleaseOptions;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code jrelease release}: builds, combines and publishes. */
final class ReleaseCommand implements Command {
    private final ReleaseRun release;
    private final RunOptions run = new RunOptions();

    private final OptionSpec merge = Options.value(List.class, "DIR", "--merge")
            .auxiliaryTypes(String.class)
            .arity("1..*")
            .description(
                    "Build nothing: release the images of these dist folders (or oci:DIR), which jrelease build left on"
                            + " several machines.")
            .build();

    ReleaseCommand(Environment environment, Console console, Instant now, TerminalAccess terminal) {
        this.release = new ReleaseRun(environment, console, now, terminal);
    }

    @Override
    public void addOptions(CommandSpec spec) {
        release.addTo(spec);
        run.addTo(spec);
        spec.addOption(merge);
    }

    @Override
    public Integer call() throws InterruptedException {
        List<String> folders = Options.values(merge, String.class);
        ReleaseOptions options = run.options();
        return release.run(folders.isEmpty() ? options : options.of(new BuiltBefore(folders, false)));
    }
}
