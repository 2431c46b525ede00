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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a publication is about to do and what it did, written down ahead of and after every step. A run that was killed
 * is known from it, and so is what every tag held before.
 */
public final class Ledger {
    private static final String DONE = "done";

    private final LedgerStore store;
    private final Map<String, LedgerEntry> entries = new LinkedHashMap<>();
    private String project = "";
    private String version = "";
    private String step = "";
    private final Map<String, LedgerEntry> movedBefore = new LinkedHashMap<>();

    private Ledger(LedgerStore store) {
        this.store = store;
    }

    /** The ledger as an earlier run left it; an empty one if there was none. */
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
        if (!node.path("step").isTextual() || !node.path("tags").isArray()) {
            throw new IllegalArgumentException("it is not a ledger of jrelease: it says no step and no tags");
        }
        project = node.path("project_name").asText();
        version = node.path("version").asText();
        step = node.path("step").asText();
        node.path("tags").forEach(tag -> {
            LedgerEntry entry = LedgerEntry.read(tag);
            entries.put(entry.tag(), entry);
        });
    }

    public synchronized List<LedgerEntry> entries() {
        return List.copyOf(entries.values());
    }

    synchronized LedgerEntry entry(Wanted wanted) {
        return entry(wanted.tag().reference().toString());
    }

    private LedgerEntry entry(String tag) {
        LedgerEntry entry = entries.get(tag);
        if (entry == null) {
            throw new IllegalStateException("not in the ledger: " + tag);
        }
        return entry;
    }

    /**
     * Begins the entries of a publication. What a tag held before an earlier run that wanted the same of it is not
     * forgotten.
     */
    synchronized void begin(String projectName, String versionText, Collection<LedgerEntry> planned) {
        entries.values().stream()
                .filter(entry -> !step.equals(DONE) && entry.mayHaveMoved())
                .forEach(entry -> movedBefore.put(entry.tag(), entry));
        Map<String, LedgerEntry> former = new LinkedHashMap<>(entries);
        entries.clear();
        for (LedgerEntry entry : planned) {
            LedgerEntry same = former.get(entry.tag());
            entries.put(entry.tag(), same != null && same.isKnownFor(entry) ? same : entry);
        }
        project = projectName;
        version = versionText;
        enter("begin");
    }

    /** What happens next. */
    synchronized void enter(Step next) {
        enter(next.text());
    }

    /** Everything was done. */
    synchronized void end() {
        enter(DONE);
    }

    private void enter(String next) {
        step = next;
        write();
    }

    /** The entry of a tag that a run which was stopped may have moved. */
    synchronized Optional<LedgerEntry> movedBefore(Wanted wanted) {
        return Optional.ofNullable(movedBefore.get(wanted.tag().reference().toString()))
                .filter(entry -> entry.wanted().equals(wanted.digest()));
    }

    /** Notes what tags held before. What they held before an earlier run that moved them is not forgotten. */
    synchronized void before(Map<Wanted, Optional<Descriptor>> held) {
        held.forEach((wanted, before) -> {
            if (!LookUp.holds(before, wanted) || !entry(wanted).known()) {
                change(wanted, entry -> entry.after(before));
            }
        });
        write();
    }

    /** Whether a tag did not hold what is wanted when it was looked up. */
    synchronized boolean isFree(Wanted wanted) {
        return !LookUp.holds(entry(wanted).before(), wanted);
    }

    synchronized void note(State state, Collection<Wanted> tags) {
        if (tags.isEmpty()) {
            return;
        }
        tags.forEach(wanted -> change(wanted, entry -> entry.in(state)));
        write();
    }

    void note(State state, Wanted tag) {
        note(state, List.of(tag));
    }

    /** Notes the state of an entry of an earlier run. */
    synchronized void note(State state, LedgerEntry of) {
        entries.put(of.tag(), entry(of.tag()).in(state));
        write();
    }

    private void change(Wanted wanted, UnaryOperator<LedgerEntry> by) {
        LedgerEntry changed = by.apply(entry(wanted));
        entries.put(changed.tag(), changed);
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
        ObjectNode node = Json.object();
        node.put("project_name", project);
        node.put("version", version);
        node.put("step", step);
        ArrayNode tags = node.putArray("tags");
        entries.values().forEach(entry -> tags.add(entry.json()));
        return node;
    }
}
