package dev.jrelease.pipeline;

import dev.jrelease.concurrent.Lazy;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.dist.DistPlace;
import dev.jrelease.facts.GitRules;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.fields.EnvFields;
import dev.jrelease.fields.NamedRelease;
import dev.jrelease.fields.TemplateFields;
import dev.jrelease.fields.VarFields;
import dev.jrelease.secret.Redactor;
import dev.jrelease.template.TemplateContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans a release from a configuration and the facts. Problems are collected and reported together. */
public final class Planner {
    private final List<Pipe<?, ?>> pipes;
    private final Redactor redactor;

    /**
     *
     * @param redactor masks the secrets of the configuration
     */
    public Planner(List<Pipe<?, ?>> pipes, Redactor redactor) {
        this.pipes = List.copyOf(pipes);
        this.redactor = redactor;
    }

    /** Plans one feature alone. */
    public <P> P plan(
            Feature<P> feature, ReleaseConfig config, ReleaseFacts facts, ReleaseOptions options, Problems problems) {
        EnvFields variables = EnvFields.of(config, facts.premises(), problems);
        return planning(config, facts, options, variables, problems).of(feature);
    }

    public ReleasePlan plan(ReleaseConfig config, ReleaseFacts facts, ReleaseOptions options, Problems problems) {
        refuseUnknownSkipWords(options);
        EnvFields variables = EnvFields.of(config, facts.premises(), problems);
        if (facts.isCheck()) {
            // otherwise they were checked before the facts were read
            TemplateContext early = variables.context(config, facts.premises());
            new GitRules(config.project(), early, problems).check();
        }
        DistPlace.check(config, facts.environment(), problems);
        Planning planning = planning(config, facts, options, variables, problems);
        List<PlannedPipe<?, ?>> planned = new ArrayList<>();
        for (Pipe<?, ?> pipe : pipes) {
            planned.add(plan(pipe, planning));
        }
        PlanIdentity identity = new PlanIdentity(config, facts, options, Set.copyOf(variables.used()), redactor);
        return new ReleasePlan(
                planning.projectName(),
                planning.version(),
                config,
                facts,
                options,
                planned,
                new Lazy<>(identity::digest));
    }

    private Planning planning(
            ReleaseConfig config, ReleaseFacts facts, ReleaseOptions options, EnvFields variables, Problems problems) {
        variables.secrets().forEach(redactor::learn);
        NamedRelease named = TemplateFields.name(config, facts, options.snapshot(), variables, problems);
        Planning planning = new Planning(
                facts,
                options,
                config.project(),
                named.projectName(),
                named.version(),
                named.context(),
                variables.known(),
                config::isLenient,
                new PlannedFeatures(config),
                problems);
        planning.context().secrets().forEach(redactor::learnRendered);
        VarFields.secrets(planning.context(), config.project()).forEach(redactor::learn);
        return planning;
    }

    private <P, T extends Task> PlannedPipe<P, T> plan(Pipe<P, T> pipe, Planning planning) {
        PlannedPipe<P, T> planned = new PlannedPipe<>(pipe, pipe.plan(planning.of(pipe.feature()), planning));
        planned.tasks().forEach(task -> task.secrets().forEach(redactor::learnPlanned));
        Optional<String> skip = pipe.skipWord().filter(planning.options()::skips);
        return skip.isPresent() ? new PlannedPipe<>(pipe, Plan.skip("--skip=" + skip.get())) : planned;
    }

    private void refuseUnknownSkipWords(ReleaseOptions options) {
        List<String> known =
                pipes.stream().flatMap(Pipe::everySkipWord).distinct().toList();
        for (String word : options.skip()) {
            if (!known.contains(word)) {
                throw ReleaseException.couldNot(FailureKind.USAGE, "skip " + word)
                        .because("there is no such stage; the stages are " + String.join(", ", known))
                        .hint(Suggestion.didYouMean(word, known).orElse("remove it from --skip"))
                        .build();
            }
        }
    }
}
