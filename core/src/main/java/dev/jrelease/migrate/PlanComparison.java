package dev.jrelease.migrate;

import dev.jrelease.failure.Location;
import dev.jrelease.pipeline.PlannedPipe;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.pipeline.Task;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan will do, whichever lines ask for it and in whichever order: every task with all its parts, without where
 * they stand in a file, and without the ids of entries.
 */
record PlanComparison(String project, String version, List<Part> tasks) {
    private static final String ID = "id";

    PlanComparison {
        tasks = List.copyOf(tasks);
    }

    /** What one task is called, and what it does. */
    record Part(String stage, String title, Object essence) {}

    static PlanComparison of(ReleasePlan plan) {
        List<Part> parts = new ArrayList<>();
        for (PlannedPipe<?, ?> planned : plan.pipes()) {
            for (Task task : planned.tasks()) {
                boolean shown = planned.pipe().planKey().isPresent();
                // steps on the way follow from what is shown, in the order of the file
                Object essence = shown ? essence(task) : task.json().without(ID);
                parts.add(new Part(planned.pipe().name(), task.title(), essence));
            }
        }
        return new PlanComparison(plan.projectName() + " in " + plan.dist(), plan.version(), parts);
    }

    private static Object essence(Object value) {
        return switch (value) {
            case Record parts -> parts(parts);
            case List<?> list -> list.stream().map(PlanComparison::essence).toList();
            case Map<?, ?> map -> {
                Map<Object, Object> all = new LinkedHashMap<>();
                map.forEach((key, item) -> all.put(key, essence(item)));
                yield all;
            }
            case Optional<?> optional -> optional.map(PlanComparison::essence);
            default -> value;
        };
    }

    private static Map<String, Object> parts(Record value) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            boolean meant = component.getType() != Location.class
                    && !(value instanceof Task && component.getName().equals(ID));
            if (meant) {
                parts.put(component.getName(), essence(part(value, component)));
            }
        }
        return parts;
    }

    private static Object part(Record value, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What is done by one of two plans and not by the other; absent if they do the same. */
    Optional<String> difference(PlanComparison other) {
        if (!project.equals(other.project) || !version.equals(other.version)) {
            return Optional.of(project + " " + version + " would be " + other.project + " " + other.version);
        }
        return missing(other).or(() -> other.missing(this));
    }

    /** Tasks of this plan that the other has not, by their titles. */
    private Optional<String> missing(PlanComparison other) {
        List<Object> left = new ArrayList<>(other.tasks.stream()
                .map(part -> List.of(part.stage(), part.essence()))
                .toList());
        return tasks.stream()
                .filter(part -> !left.remove(List.of(part.stage(), part.essence())))
                .map(part -> part.stage() + ": " + part.title())
                .findFirst();
    }
}
