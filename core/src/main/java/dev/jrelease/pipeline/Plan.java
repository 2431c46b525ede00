package dev.jrelease.pipeline;

import java.util.List;

/** The tasks that one stage has planned. */
public sealed interface Plan<T extends Task> {

    /** Tasks that do not depend on each other. */
    record Tasks<T extends Task>(List<T> tasks) implements Plan<T> {
        public Tasks {
            tasks = List.copyOf(tasks);
        }
    }

    /** No tasks, with the reason. */
    record Skipped<T extends Task>(String reason) implements Plan<T> {}

    static <T extends Task> Plan<T> of(List<T> tasks) {
        return new Tasks<>(tasks);
    }

    static <T extends Task> Plan<T> skip(String reason) {
        return new Skipped<>(reason);
    }
}
