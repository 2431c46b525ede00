package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.ReleasePlan;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code jrelease plan}: shows what a release would do, and then why the repository cannot be released, if that is so.
 */
final class PlanCommand implements Command {
    private final Environment environment;
    private final Console console;
    private final Instant now;

    private final ConfigOptions config = new ConfigOptions();
    private final RunOptions run = new RunOptions();

    private final OptionSpec output = Options.value(Format.class, "FORMAT", "--output")
            .defaultValue("text")
            .description("The form: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
            .build();

    /** The names on the command line. */
    enum Format {
        text,
        json
    }

    PlanCommand(Environment environment, Console console, Instant now) {
        this.environment = environment;
        this.console = console;
        this.now = now;
    }

    @Override
    public void addOptions(CommandSpec spec) {
        config.addTo(spec);
        run.addTo(spec);
        spec.addOption(output);
    }

    @Override
    public Integer call() throws InterruptedException {
        Format format = Options.value(output, Format.class).orElse(Format.text);
        if (format == Format.text) {
            config.annotate(console, environment);
        } else {
            console.annotate(Optional.empty());
        }
        ConfigFile file = config.configFile(environment, console);
        try (Releaser releaser = new Releaser(config.in(environment), console.redactor(), now)) {
            Problems problems = new Problems();
            ReleasePlan plan = releaser.plan(file, config.forProject(run.options()), problems);
            new ProblemOutput(console).print(problems.list());
            switch (format) {
                case text -> console.plan(plan.text());
                case json -> console.json(plan.jsonText(console.redactor()));
            }
            Optional<ReleaseException> refusal = plan.facts().refusal();
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            return ExitCode.DONE.code();
        }
    }
}
