package dev.jrelease.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.json.Json;
import dev.jrelease.publish.LedgerEntry.State;
import dev.jrelease.publish.TransactionListener.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What releases are about to do to tags and what they did, written down ahead of and after every step. The runs are in
 * their order. What a run moved stays until it is settled: until its tag was taken back, or a later run moved it.
 */
public final class Ledger {
    private final LedgerStore store;
    private final List<LedgerRun> runs = new ArrayList<>();
    private final Map<String, LedgerEntry> stopped = new LinkedHashMap<>();
    private final List<LedgerRun> unfinishedRuns = new ArrayList<>();
    private final Map<String, List<LedgerEntry>> unfinished = new LinkedHashMap<>();
    private String project = "";
    private boolean hasBegun;

    private Ledger(LedgerStore store) {
        this.store = store;
    }

    /** The ledger as earlier runs left it; an empty one if there were none. */
    public static Ledger open(LedgerStore store) {
        Ledger ledger = new Ledger(store);
        try {
            Optional<byte[]> bytes = store.read();
            if (bytes.isPresent()) {
                ledger.read(Json.parse(bytes.get()));
            }
            return ledger;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read " + store)
                    .because(unreadable)
                    .hint("remove it; what the tags held before is then no longer known")
                    .build();
        }
    }

    private void read(JsonNode node) {
        if (!node.path("runs").isArray()) {
            throw new IllegalArgumentException("it is not a ledger of jrelease: it has no runs");
        }
        project = node.path("project_name").asText();
        node.path("runs").forEach(run -> runs.add(LedgerRun.read(run)));
        unfinishedRuns.addAll(
                runs.stream().filter(run -> !run.unsettled().isEmpty()).toList());
        unfinishedRuns.stream()
                .flatMap(run -> run.unsettled().stream())
                .forEach(entry -> unfinished
                        .computeIfAbsent(entry.tag(), _ -> new ArrayList<>())
                        .add(entry));
    }

    /** The runs that were stopped after they had begun to move floating tags. */
    List<LedgerRun> unfinishedRuns() {
        return List.copyOf(unfinishedRuns);
    }

    /** The floating tags that such runs may have moved. */
    public synchronized List<LedgerEntry> unfinished() {
        return unfinished.values().stream().map(List::getLast).toList();
    }

    /** The entries of such runs for one tag, the newest last. */
    synchronized List<LedgerEntry> unfinished(String tag) {
        return List.copyOf(unfinished.getOrDefault(tag, List.of()));
    }

    /** Notes that an unfinished run has in fact moved all of these tags. */
    synchronized void finish(List<LedgerEntry> entries) {
        unfinished.values().forEach(all -> all.removeAll(entries));
        unfinished.values().removeIf(List::isEmpty);
        noteIn(State.SEEN, entries);
    }

    /** The last run that finished, or moved something. One that was refused before it moved anything does not count. */
    synchronized Optional<LedgerRun> lastRelease() {
        return last(run -> run.isDone() || run.hasMoved());
    }

    /** Begins a run. What the same release noted before it was stopped is not forgotten. */
    synchronized void begin(String projectName, String version, Collection<LedgerEntry> planned) {
        List<LedgerEntry> same = runs.stream()
                .filter(run -> run.version().equals(version))
                .flatMap(run -> run.entries().stream())
                .toList();
        runs.stream()
                .filter(run -> run.version().equals(version) && run.isStopped())
                .flatMap(run -> run.entries().stream())
                .forEach(entry -> stopped.put(entry.tag(), entry));
        Map<String, List<LedgerEntry>> byTag = same.stream().collect(Collectors.groupingBy(LedgerEntry::tag));
        LedgerRun begun = new LedgerRun(
                version,
                "begin",
                planned.stream()
                        .map(entry -> byTag.getOrDefault(entry.tag(), List.of()).stream()
                                .filter(known -> known.isKnownFor(entry))
                                .reduce((_, last) -> last)
                                .orElse(entry))
                        .toList());
        List<LedgerRun> former =
                former(entry -> byTag.getOrDefault(entry.tag(), List.of()).contains(entry)
                        && begun.entry(entry.tag()).equals(Optional.of(entry)));
        runs.clear();
        runs.addAll(former);
        runs.add(begun);
        project = projectName;
        hasBegun = true;
        write();
    }

    /** The earlier runs that still matter. */
    private List<LedgerRun> former(Predicate<LedgerEntry> goesOn) {
        Optional<LedgerRun> lastDone = last(LedgerRun::isDone);
        Optional<LedgerRun> lastMoved = last(LedgerRun::hasMoved);
        return runs.stream()
                .filter(run -> lastDone.equals(Optional.of(run))
                        || lastMoved.equals(Optional.of(run))
                        || !run.unsettled().isEmpty())
                .map(run -> run.without(goesOn))
                .filter(run -> !run.byTag().isEmpty())
                .toList();
    }

    private Optional<LedgerRun> last(Predicate<LedgerRun> which) {
        return runs.reversed().stream().filter(which).findFirst();
    }

    /** Notes the next step. */
    synchronized void enter(Step next) {
        current(run -> run.at(next.text()));
        write();
    }

    /** Notes that all steps are done. */
    synchronized void end() {
        current(LedgerRun::done);
        write();
    }

    /** Notes that the run has failed. */
    synchronized void fail() {
        if (hasBegun) {
            current(LedgerRun::failed);
            write();
        }
    }

    /** The entry of a tag that a killed run of this release has written. */
    synchronized Optional<LedgerEntry> writtenBefore(Wanted wanted) {
        return Optional.ofNullable(stopped.get(tag(wanted)))
                .filter(entry -> entry.wanted().equals(wanted.digest()) && entry.wasBeingWritten());
    }

    private void current(UnaryOperator<LedgerRun> change) {
        runs.set(runs.size() - 1, change.apply(runs.getLast()));
    }

    private LedgerEntry entry(Wanted wanted) {
        String tag = tag(wanted);
        return runs.getLast().entry(tag).orElseThrow(() -> new IllegalStateException("not in the ledger: " + tag));
    }

    private static String tag(Wanted wanted) {
        return wanted.tag().reference().toString();
    }

    /** Notes what tags held before. What they held before an earlier run that moved them is not forgotten. */
    synchronized void before(Map<Wanted, Optional<Descriptor>> held) {
        List<LedgerEntry> changed = new ArrayList<>();
        held.forEach((wanted, before) -> {
            LedgerEntry entry = entry(wanted);
            if (!wanted.isHeldBy(before) || !entry.known()) {
                changed.add(entry.after(before));
            }
        });
        current(run -> run.with(changed));
        write();
    }

    /** The entry of a tag that this release moved, and put back afterwards. */
    synchronized Optional<LedgerEntry> takenBack(Wanted wanted) {
        return Optional.of(entry(wanted)).filter(LedgerEntry::wasTakenBack);
    }

    /** Whether a tag did not hold what is wanted when it was looked up. */
    synchronized boolean isFree(Wanted wanted) {
        return !wanted.isHeldBy(entry(wanted).before());
    }

    void note(State state, Collection<Wanted> tags) {
        noteAll(state, tags.stream().map(Ledger::tag).toList());
    }

    void note(State state, Wanted tag) {
        note(state, List.of(tag));
    }

    /** Notes the state of a tag, which this run need not have planned. */
    void note(State state, String tag) {
        noteAll(state, List.of(tag));
    }

    private synchronized void noteAll(State state, List<String> tags) {
        if (tags.isEmpty()) {
            return;
        }
        LedgerRun last = runs.getLast();
        List<LedgerEntry> changed = tags.stream()
                .flatMap(tag -> last.entry(tag).stream())
                .map(entry -> entry.in(state))
                .toList();
        current(run -> run.with(changed));
        if (state.isSettled()) {
            settle(Set.copyOf(tags));
        }
        write();
    }

    /** Removes unsettled entries of earlier runs for tags that this run has moved or taken back. */
    private void settle(Set<String> tags) {
        for (int i = 0; i < runs.size() - 1; i++) {
            runs.set(i, runs.get(i).without(entry -> entry.isUnsettled() && tags.contains(entry.tag())));
        }
    }

    /** Notes the state of entries in the runs that they belong to. */
    synchronized void noteIn(State state, List<LedgerEntry> entries) {
        for (LedgerEntry entry : entries) {
            runs.replaceAll(run -> run.entry(entry.tag())
                    .filter(entry::isOfSameRun)
                    .map(same -> run.with(List.of(same.in(state))))
                    .orElse(run));
        }
        write();
    }

    private void write() {
        try {
            store.write(Json.pretty(json()) + "\n");
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "write " + store)
                    .because(problem)
                    .build();
        }
    }

    private ObjectNode json() {
        ObjectNode node = Json.object().put("project_name", project);
        ArrayNode all = node.putArray("runs");
        runs.forEach(run -> all.add(run.json()));
        return node;
    }
}
