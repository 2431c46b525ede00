package dev.jrelease.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code jrelease} alone shows what it can do. */
@Command(
        name = "jrelease",
        description =
                "Builds, combines and publishes multi-arch container images: a release either happened or it did not.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the build failed, or an image is not what it says",
            "2:the command was called in a way it does not understand",
            "3:the configuration has errors",
            "4:the git repository is not in a state that can be released",
            "5:this machine lacks something: an engine, emulation, disk space",
            "6:a registry refused, or could not be reached",
            "70:a bug in jrelease",
            "130:interrupted, or out of time"
        })
final class RootCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            CommandLine commandLine = spec.commandLine();
            commandLine.usage(commandLine.getErr());
        }
        return ExitCode.USAGE.code();
    }
}
