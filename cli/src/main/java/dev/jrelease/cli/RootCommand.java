package dev.jrelease.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code jrelease} without a command prints the help. */
final class RootCommand implements Callable<Integer> {
    private final CommandLine commandLine = new CommandLine(spec());

    private CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this).name("jrelease");
        spec.usageMessage()
                .description("Builds, combines and publishes multi-arch container images: a release either happened or"
                        + " it did not.")
                .synopsisSubcommandLabel("COMMAND")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.meanings());
        return Options.addStandard(spec);
    }

    CommandLine commandLine() {
        return commandLine;
    }

    @Override
    public Integer call() {
        commandLine.usage(commandLine.getErr());
        return ExitCode.USAGE.code();
    }
}
