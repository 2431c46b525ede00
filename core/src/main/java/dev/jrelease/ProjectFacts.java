package dev.jrelease;

import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.Candidate;
import dev.jrelease.facts.FactsReader;
import dev.jrelease.facts.FactsRequest;
import dev.jrelease.facts.GitRules;
import dev.jrelease.facts.MachineFacts;
import dev.jrelease.facts.PromotedFacts;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.facts.TagRules;
import dev.jrelease.failure.Problems;
import dev.jrelease.fields.EnvFields;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.process.ProcessRunner;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Reads the facts of a project. Its configuration decides which folder and which tags of the repository are the
 * project's.
 *
 * @param environment of the run, in the folder of the repository
 */
record ProjectFacts(ReleaseConfig config, Environment environment, Problems problems) {
    /** @param begun the start of the release */
    ReleaseFacts read(ReleaseOptions options, Instant begun) throws InterruptedException {
        MachineFacts machine = machine(options.snapshot(), begun);
        return reader(machine).read(request(machine, options));
    }

    /** The facts of a release and of the candidate that becomes it. */
    PromotedFacts promoted(ReleaseOptions options, Candidate candidate, Instant begun) throws InterruptedException {
        MachineFacts machine = machine(options.snapshot(), begun);
        return reader(machine).promoted(request(machine, options), candidate);
    }

    /** The environment in the folder of the project. */
    Environment environmentOfProject(Instant now) {
        return machine(false, now).environment();
    }

    private MachineFacts machine(boolean snapshot, Instant begun) {
        MachineFacts here = MachineFacts.of(environment, snapshot, begun);
        return here.in(gitRules(here).folder(environment));
    }

    private static FactsReader reader(MachineFacts machine) {
        return new FactsReader(machine, new ProcessRunner(machine.environment()));
    }

    private FactsRequest request(MachineFacts machine, ReleaseOptions options) {
        TagRules tags = gitRules(machine).tags(options.tagPrefix());
        Path dist = machine.environment().resolve(config.project().distFolder());
        return new FactsRequest(options.tag(), dist, tags);
    }

    private GitRules gitRules(MachineFacts machine) {
        EnvFields variables = EnvFields.of(config, machine, problems);
        return new GitRules(config.project(), variables.context(config, machine), problems);
    }
}
