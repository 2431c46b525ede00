package dev.jrelease.publish;

import dev.jrelease.failure.ReleaseException;
import dev.jrelease.publish.TransactionListener.Event;
import dev.jrelease.publish.TransactionListener.Step;
import dev.jrelease.publish.Work.Part;
import java.util.List;
import java.util.Optional;

/**
 * Publishes content and tags: looks up, pushes content by digest, attaches what refers to it, writes immutable tags,
 * reads everything back, and moves the floating tags last, all of them or none.
 *
 * <p>Run again after it stopped, wherever that was, it ends as if it had not stopped.
 */
public final class Transaction {
    private final Work work;
    private final TakeBack takeBack;
    private final Attachment attachment;

    public Transaction(
            Publication publication,
            TransactionOptions options,
            Ledger ledger,
            Attachment attachment,
            TransactionListener listener) {
        this.work = new Work(publication, options, ledger, listener);
        this.takeBack = new TakeBack(work);
        this.attachment = attachment;
    }

    /** Runs all steps. A failure of a registry or an interruption is in the outcome. */
    public Outcome run() {
        try {
            steps();
            return outcome(Optional.empty());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return failed(ReleaseException.interrupted("finish publishing")
                    .cause(stop)
                    .build());
        } catch (RuntimeException failure) {
            return failed(failure);
        }
    }

    private Outcome failed(RuntimeException failure) {
        takeBack.runOfEarlier();
        takeBack.noteFailure();
        return outcome(Optional.of(failure));
    }

    private Outcome outcome(Optional<RuntimeException> failure) {
        return new Outcome(
                work.results(),
                work.all().stream().flatMap(site -> site.leftOut().stream()).toList(),
                takeBack.commands(),
                failure);
    }

    private void steps() throws InterruptedException {
        begin();
        step(Step.LOOK_UP, () -> new LookUp(work).run());
        step(Step.PUSH, () -> new Push(work).run());
        step(Step.ATTACH, this::attach);
        step(Step.TAG, () -> new ImmutableTags(work).run());
        step(Step.READ_BACK, () -> new ReadBack(work).run());
        step(Step.PROMOTE, this::promote);
        work.ledger().end();
    }

    private void begin() {
        Publication publication = work.publication();
        work.ledger()
                .begin(
                        publication.project(),
                        publication.versionText(),
                        publication.destinations().stream()
                                .flatMap(destination -> destination.tags().stream()
                                        .map(wanted -> LedgerEntry.planned(wanted, destination.access())))
                                .toList());
    }

    private void step(Step step, Work.Action action) throws InterruptedException {
        work.ledger().enter(step);
        work.report(new Event.Begun(step));
        action.run();
    }

    private void attach() throws InterruptedException {
        work.sideBySide(work.sites().stream()
                .map(site -> new Part(
                        site,
                        () -> attachment.attach(
                                site.repository(), site.destination().contents())))
                .toList());
    }

    /** Mirrors come after the registries that count, each for itself. */
    private void promote() throws InterruptedException {
        List<Site> sites = work.sites();
        promote(sites.stream().filter(Site::isRequired).toList());
        for (Site mirror : sites.stream().filter(site -> !site.isRequired()).toList()) {
            work.attempt(new Part(mirror, () -> promote(List.of(mirror))));
        }
    }

    private void promote(List<Site> together) throws InterruptedException {
        work.unfinished().look(together);
        new Promotion(work, together).run(takeBack);
    }
}
