package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.ReleasePlan;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jrelease plan}: shows what a release would do. A tree that cannot be released is told after the plan. */
@Command(
        name = "plan",
        description = "Show what release would do, every template filled in. Writes nothing.",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    private final Environment environment;
    private final Console console;
    private final Instant now;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format output = Format.text;

    /** As they are typed. */
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
    public Integer call() throws InterruptedException {
        if (output == Format.text) {
            config.annotate(console, environment);
        } else {
            console.annotate(Optional.empty());
        }
        ConfigFile file = config.configFile(environment, console);
        try (Releaser releaser = new Releaser(config.in(environment), console.redactor(), now)) {
            Problems problems = new Problems();
            ReleasePlan plan = releaser.plan(file, config.forProject(run.options()), problems);
            console.problems(problems.list());
            switch (output) {
                case text -> console.plan(plan.text());
                case json -> console.json(Json.pretty(plan.json(console.redactor())) + "\n");
            }
            Optional<ReleaseException> refusal = plan.facts().refusal();
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            return ExitCode.DONE.code();
        }
    }
}
