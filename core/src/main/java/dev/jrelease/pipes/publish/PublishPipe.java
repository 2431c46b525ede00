package dev.jrelease.pipes.publish;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.concurrent.Parallel;
import dev.jrelease.failure.Refusals;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Handover;
import dev.jrelease.pipeline.PartlyDoneException;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.PlanPart;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.Run;
import dev.jrelease.publish.Ledger;
import dev.jrelease.publish.LedgerStore;
import dev.jrelease.publish.ObservedTags;
import dev.jrelease.publish.Outcome;
import dev.jrelease.publish.PreparedContent;
import dev.jrelease.publish.Tag;
import dev.jrelease.publish.TagResult;
import dev.jrelease.publish.Transaction;
import dev.jrelease.publish.TransactionOptions;
import dev.jrelease.publish.WaitTimes;
import dev.jrelease.registry.Registries;
import dev.jrelease.report.ReleaseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publishes everything that a release made: content, immutable tags, and floating tags last, all of them or none. */
public final class PublishPipe implements Pipe<PublishConfig, PublishTask> {
    private static final String PROMOTE = "promote";

    private final Registries registries;

    private final Feature<List<Tag>> tags;
    private final Handover<PreparedContent> contents;
    private final Handover<TagResult> results;
    private final Optional<ObservedTags> observed;

    /**
     *
     * @param tags that are to be published, as planned
     * @param contents gives what they are to hold
     * @param results receives what became of them
     * @param observed receives what tags hold before the release; absent if an earlier stage looks all of them up
     */
    public PublishPipe(
            Registries registries,
            Feature<List<Tag>> tags,
            Handover<PreparedContent> contents,
            Handover<TagResult> results,
            Optional<ObservedTags> observed) {
        this.tags = tags;
        this.contents = contents;
        this.results = results;
        this.observed = observed;
        this.registries = registries;
    }

    @Override
    public String name() {
        return ReleaseOptions.PUBLISH;
    }

    @Override
    public Feature<PublishConfig> feature() {
        return PublishConfig.FEATURE;
    }

    @Override
    public Map<String, String> skippableParts() {
        return Map.of(PROMOTE, "floating tags");
    }

    @Override
    public Plan<PublishTask> plan(PublishConfig config, Planning planning) {
        if (planning.options().snapshot() && !planning.options().publishes()) {
            return Plan.skip("a snapshot writes to no registry");
        }
        boolean promotes = !planning.options().skips(PROMOTE);
        List<Tag> wanted = planning.of(tags).stream()
                .filter(planned -> promotes || !planned.floating())
                .distinct()
                .toList();
        return Plan.of(wanted.isEmpty() ? List.of() : List.of(new PublishTask(wanted, config)));
    }

    @Override
    public List<PlanPart> parts(List<PublishTask> tasks) {
        return List.of(
                new PlanPart(
                        "tags",
                        "tags",
                        tasks.stream().flatMap(PublishTask::immutable).toList()),
                new PlanPart(
                        "floating_tags",
                        "floating tags",
                        tasks.stream().flatMap(PublishTask::floating).toList()));
    }

    /** A mirror that refuses is left out when it is its turn. A ledger that cannot be read is found here. */
    @Override
    public void preflight(PublishTask task, Run run) throws InterruptedException {
        ledger(run)
                .unfinished()
                .forEach(entry -> run.events()
                        .add(new ReleaseEvent.Warning(
                                entry.tag(),
                                "a release that did not finish may have moved it: jrelease rollback puts it back")));
        List<ReleaseException> refusals = Parallel.map(
                        run.plan().options().parallelism(),
                        task.repositories(),
                        repository -> refusal(repository, task, run))
                .stream()
                .flatMap(Optional::stream)
                .toList();
        Refusals.throwAll(refusals);
    }

    private static Ledger ledger(Run run) {
        return Ledger.open(LedgerStore.in(run.dist()));
    }

    private Optional<ReleaseException> refusal(PublishedRepository repository, PublishTask task, Run run)
            throws InterruptedException {
        try {
            RepositoryCheck check = new RepositoryCheck(
                    repository.open(registries, run.retry()),
                    task.tags(repository),
                    observed.orElseGet(ObservedTags::new),
                    run);
            if (observed.isPresent()) {
                check.check(task.isRequired(repository));
            } else if (task.isRequired(repository)) {
                check.acceptsPush();
            }
            return Optional.empty();
        } catch (ReleaseException refusal) {
            return Optional.of(refusal);
        }
    }

    @Override
    public List<Artifact> run(PublishTask task, Run run) {
        ReleaseOptions options = run.plan().options();
        PreparedContent content = run.taken(contents).getFirst();
        Outcome outcome = new Transaction(
                        new ReleaseTransaction(task, run, registries, observed.orElseGet(ObservedTags::new))
                                .publication(content),
                        new TransactionOptions(
                                options.overwrite(),
                                options.allowDowngrade(),
                                options.parallelism(),
                                WaitTimes.STANDARD.with(registries.pause())),
                        ledger(run),
                        content.attachment(),
                        new RunListener(run))
                .run();
        List<TagResult> inOrder = task.inOrder(outcome.results());
        inOrder.forEach(result -> run.handOn(results, result));
        List<Artifact> artifacts = new ArrayList<>(inOrder);
        artifacts.addAll(outcome.leftOut());
        artifacts.addAll(outcome.commands());
        if (outcome.failure().isPresent()) {
            artifacts.addAll(task.unmoved(outcome.results()));
            throw new PartlyDoneException(artifacts, outcome.failure().get());
        }
        return artifacts;
    }
}
