package dev.jrelease.cli;

import dev.jrelease.cli.progress.TerminalAccess;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Platform;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code jrelease build}: builds and verifies images into dist, and writes to no registry. */
final class BuildCommand implements Command {
    private final ReleaseRun release;
    private final RunOptions run = new RunOptions();

    private final OptionSpec platforms = Options.value(List.class, "OS/ARCH", "--platforms")
            .auxiliaryTypes(String.class)
            .splitRegex(",")
            .description("Build for these platforms only, such as linux/arm64.")
            .build();

    BuildCommand(Environment environment, Console console, Instant now, TerminalAccess terminal) {
        this.release = new ReleaseRun(environment, console, now, terminal);
    }

    @Override
    public void addOptions(CommandSpec spec) {
        release.addTo(spec);
        run.addTo(spec, "--snapshot", "--clean", "--tag", "--skip", "-p", "--timeout");
        spec.addOption(platforms);
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Platform> chosen = Options.values(platforms, String.class).stream()
                .map(BuildCommand::platform)
                .toList();
        return release.run(run.options().unpublished().onlyFor(chosen));
    }

    private static Platform platform(String text) {
        return Platform.parse(text)
                .orElseThrow(() -> ReleaseException.couldNot(FailureKind.USAGE, "build for " + text)
                        .because("it is not a platform")
                        .hint("write it as linux/arm64 or linux/arm/v7")
                        .build());
    }
}
