package dev.jrelease.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one release is about to do to its tags, and what it did.
 *
 * @param step that it came to; {@code done} after the last, {@code failed} if it ended before that
 */
record LedgerRun(String version, String step, Map<String, LedgerEntry> byTag) {
    private static final String DONE = "done";
    private static final String FAILED = "failed";

    LedgerRun(String version, String step, Collection<LedgerEntry> entries) {
        this(version, step, new LinkedHashMap<>());
        entries.forEach(entry -> byTag.put(entry.tag(), entry));
    }

    List<LedgerEntry> entries() {
        return List.copyOf(byTag.values());
    }

    Optional<LedgerEntry> entry(String tag) {
        return Optional.ofNullable(byTag.get(tag));
    }

    LedgerRun at(String next) {
        return new LedgerRun(version, next, byTag);
    }

    LedgerRun done() {
        return at(DONE);
    }

    LedgerRun failed() {
        return at(FAILED);
    }

    LedgerRun with(List<LedgerEntry> some) {
        Map<String, LedgerEntry> changed = new LinkedHashMap<>(byTag);
        some.forEach(entry -> changed.put(entry.tag(), entry));
        return new LedgerRun(version, step, changed);
    }

    LedgerRun without(Predicate<LedgerEntry> which) {
        return new LedgerRun(
                version, step, entries().stream().filter(which.negate()).toList());
    }

    boolean isDone() {
        return step.equals(DONE);
    }

    /** Whether it ended without a report, as a process that was killed. */
    boolean isStopped() {
        return !isDone() && !step.equals(FAILED);
    }

    List<LedgerEntry> unsettled() {
        return entries().stream().filter(LedgerEntry::isUnsettled).toList();
    }

    /** Whether it moved a floating tag and did not take it back. */
    boolean hasMoved() {
        return entries().stream().anyMatch(LedgerEntry::mayHaveMoved);
    }

    ObjectNode json() {
        ObjectNode node = Json.object().put("version", version).put("step", step);
        ArrayNode tags = node.putArray("tags");
        byTag.values().forEach(entry -> tags.add(entry.json()));
        return node;
    }

    /** @throws IllegalArgumentException if it is no such run */
    static LedgerRun read(JsonNode node) {
        if (!node.path("step").isTextual() || !node.path("tags").isArray()) {
            throw new IllegalArgumentException("it is not a ledger of jrelease: a run says no step and no tags");
        }
        return new LedgerRun(
                node.path("version").asText(),
                node.path("step").asText(),
                node.path("tags").valueStream().map(LedgerEntry::read).toList());
    }
}
