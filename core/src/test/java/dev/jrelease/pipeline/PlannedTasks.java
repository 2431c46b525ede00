package dev.jrelease.pipeline;

import java.util.List;
import java.util.stream.Stream;

/** The tasks of one kind that a plan has or shows. */
public final class PlannedTasks {
    private PlannedTasks() {}

    public static <T extends Task> List<T> of(ReleasePlan plan, Class<T> kind) {
        Stream<Task> shown = plan.pipes().stream()
                .flatMap(planned -> planned.parts().stream())
                .flatMap(part -> part.tasks().stream());
        return Stream.concat(plan.tasks().stream(), shown)
                .filter(kind::isInstance)
                .map(kind::cast)
                .distinct()
                .toList();
    }
}
