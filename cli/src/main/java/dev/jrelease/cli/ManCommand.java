package dev.jrelease.cli;

import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code jrelease man}: prints the manual page. */
final class ManCommand implements Command {
    private final Console console;
    private final Supplier<CommandLine> model;

    /** @param model of the whole command line */
    ManCommand(Console console, Supplier<CommandLine> model) {
        this.console = console;
        this.model = model;
    }

    @Override
    public void addOptions(CommandSpec spec) {
        // none but those of every command
    }

    @Override
    public Integer call() {
        console.result(new ManPage(new Version().getVersion()[0]).of(model.get()));
        return ExitCode.DONE.code();
    }
}
