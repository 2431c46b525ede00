package dev.jrelease.cli;

import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code jrelease completion}: prints a script that completes commands and options in a shell. */
final class CompletionCommand implements Command {
    private final Console console;
    private final Supplier<CommandLine> model;

    private final PositionalParamSpec shell = PositionalParamSpec.builder()
            .arity("1")
            .required(true)
            .type(Shell.class)
            .paramLabel("SHELL")
            .description("The shell: ${COMPLETION-CANDIDATES}.")
            .build();

    /** As they are typed. */
    enum Shell {
        bash,
        zsh,
        fish
    }

    /** @param model of the whole command line */
    CompletionCommand(Console console, Supplier<CommandLine> model) {
        this.console = console;
        this.model = model;
    }

    @Override
    public void addOptions(CommandSpec spec) {
        spec.addPositional(shell);
        spec.usageMessage()
                .description(
                        "Print a script that completes commands and options in a shell.",
                        "bash: jrelease completion bash >/etc/bash_completion.d/jrelease",
                        "zsh:  jrelease completion zsh >~/.jrelease.zsh; source it in ~/.zshrc",
                        "fish: jrelease completion fish >~/.config/fish/completions/jrelease.fish");
    }

    @Override
    public Integer call() {
        CommandLine program = model.get();
        console.result(
                switch (Options.value(shell, Shell.class).orElse(Shell.bash)) {
                    // the script of the library loads zsh's own support for it
                    case bash, zsh -> AutoComplete.bash("jrelease", program);
                    case fish -> FishCompletion.of(program.getCommandSpec());
                });
        return ExitCode.DONE.code();
    }
}
