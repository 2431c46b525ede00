package dev.jrelease.publish;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.publish.LedgerEntry.State;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.publish.TransactionListener.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The common state of the steps of one transaction. */
final class Work {
    private final Publication publication;
    private final TransactionOptions options;
    private final Ledger ledger;
    private final TransactionListener listener;
    private final UnfinishedRuns unfinished;
    private final List<Site> sites;
    private final Set<Wanted> settled = ConcurrentHashMap.newKeySet();
    private final Map<Tag, TagResult> results = new ConcurrentHashMap<>();

    Work(Publication publication, TransactionOptions options, Ledger ledger, TransactionListener listener) {
        this.publication = publication;
        this.options = options;
        this.ledger = ledger;
        this.unfinished = new UnfinishedRuns(ledger);
        this.listener = listener;
        this.sites = publication.destinations().stream()
                .map(destination -> new Site(destination, publication.versionText(), publication.source()))
                .toList();
    }

    Publication publication() {
        return publication;
    }

    TransactionOptions options() {
        return options;
    }

    Ledger ledger() {
        return ledger;
    }

    UnfinishedRuns unfinished() {
        return unfinished;
    }

    WaitTimes waitTimes() {
        return options.waitTimes();
    }

    List<Site> all() {
        return sites;
    }

    /** All but mirrors that failed. */
    List<Site> sites() {
        return sites.stream().filter(Site::isIn).toList();
    }

    /** All immutable tags were just seen to hold what they are to: nothing is written that could take time. */
    void settle(Set<Wanted> all) {
        settled.addAll(all);
    }

    /** Whether a tag need not be looked at again. */
    boolean isSettled(Wanted wanted) {
        return settled.contains(wanted);
    }

    void report(Event event) {
        listener.on(event);
    }

    void result(Wanted wanted, How how) {
        result(new TagResult(wanted.tag(), wanted.digest(), how, ""));
    }

    void result(TagResult result) {
        results.put(result.tag(), result);
        listener.on(new Event.TagDone(result));
    }

    /** Records first, then reports, so that a listener finds the state in the ledger. */
    void done(Wanted wanted, State state, TagResult result) {
        ledger.note(state, wanted);
        result(result);
    }

    void done(Wanted wanted, State state, How how) {
        ledger.note(state, wanted);
        result(wanted, how);
    }

    Optional<TagResult> resultOf(Tag tag) {
        return Optional.ofNullable(results.get(tag));
    }

    /** In the order of the publication, and then those of tags that only an earlier run wanted. */
    List<TagResult> results() {
        Stream<Tag> wanted = publication.destinations().stream()
                .flatMap(destination -> destination.tags().stream())
                .map(Wanted::tag);
        return Stream.concat(wanted, results.keySet().stream())
                .distinct()
                .flatMap(tag -> resultOf(tag).stream())
                .toList();
    }

    /** Does something for each, side by side. A mirror that fails is left out; anything else that fails ends it. */
    void sideBySide(List<? extends Part> parts) throws InterruptedException {
        Parallel.forEach(options.parallelism(), parts, this::attempt);
    }

    /** Does things side by side that consist of parts, one after the other. */
    void inLanes(List<List<Part>> lanes) throws InterruptedException {
        Parallel.forEach(options.parallelism(), lanes, lane -> {
            for (Part part : lane) {
                attempt(part);
            }
        });
    }

    void attempt(Part part) throws InterruptedException {
        Site site = part.site();
        if (!site.isIn()) {
            return;
        }
        try {
            part.action().run();
        } catch (ReleaseException failure) {
            if (site.isRequired() || failure.kind() == FailureKind.INTERRUPTED) {
                throw failure;
            }
            site.leaveOut(failure);
            listener.on(new Event.LeftOut(site.destination(), failure));
        }
    }

    /** Something to do with one repository. */
    record Part(Site site, Action action) {}

    /** The action of a part. */
    @FunctionalInterface
    interface Action {
        void run() throws InterruptedException;
    }
}
