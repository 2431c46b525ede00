package dev.jrelease.pipeline;

import dev.jrelease.report.TaskId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values that the stages of one run have handed on so far, in the order of their tasks. */
final class HandedOn {
    private final Map<Handover<?>, List<Entry>> entries = new HashMap<>();

    private record Entry(int task, Object value) {}

    synchronized <V> void add(Handover<V> handover, TaskId by, V value) {
        entries.computeIfAbsent(handover, _ -> new ArrayList<>()).add(new Entry(by.number(), value));
    }

    synchronized <V> List<V> of(Handover<V> handover) {
        return entries.getOrDefault(handover, List.of()).stream()
                .sorted(Comparator.comparingInt(Entry::task))
                .map(entry -> handover.cast(entry.value()))
                .toList();
    }
}
