package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.cli.progress.TerminalAccess;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.Candidate;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.ReleaseOptions;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code jrelease promote}: a candidate that was tested becomes a release, without being built again. */
final class PromoteCommand implements Command {
    private final ReleaseRun release;
    private final RunOptions run = new RunOptions(Releaser::skipWordsOfPromotion);

    private final PositionalParamSpec candidate = PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .required(true)
            .type(String.class)
            .paramLabel("CANDIDATE")
            .description("The version or tag of the candidate.")
            .build();

    private final PositionalParamSpec version = PositionalParamSpec.builder()
            .index("1")
            .arity("0..1")
            .type(String.class)
            .paramLabel("RELEASE")
            .description("The version or tag that it becomes: a tag of HEAD.")
            .build();

    private final OptionSpec ofAnyCommit =
            Options.flag("--allow-different-commit", "Promote it also where the two tags are at different commits.");

    private final OptionSpec dryRun =
            Options.flag("--dry-run", "Show what would be done, and whether it can begin. Writes nothing.");

    PromoteCommand(Environment environment, Console console, Instant now, TerminalAccess terminal) {
        this.release = new ReleaseRun(environment, console, now, terminal);
    }

    @Override
    public void addOptions(CommandSpec spec) {
        release.addTo(spec);
        run.addTo(spec, "--overwrite", "--allow-downgrade", "--tag", "--skip", "-p", "--timeout");
        spec.addOption(ofAnyCommit).addOption(dryRun);
        spec.addPositional(candidate).addPositional(version);
    }

    @Override
    public Integer call() throws InterruptedException {
        Candidate tested =
                new Candidate(Options.value(candidate, String.class).orElseThrow(), Options.isGiven(ofAnyCommit));
        ReleaseOptions options = named(run.options()).promoting(tested);
        return Options.isGiven(dryRun) ? release.look(options) : release.run(options);
    }

    private ReleaseOptions named(ReleaseOptions options) {
        Optional<String> named = Options.value(version, String.class);
        if (named.isPresent() && options.tag().isPresent()) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "promote to " + named.get())
                    .because("--tag names " + options.tag().get())
                    .hint("name the release once")
                    .build();
        }
        return named.map(options::as).orElse(options);
    }
}
