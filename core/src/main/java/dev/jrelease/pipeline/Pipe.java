package dev.jrelease.pipeline;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.config.Section;
import dev.jrelease.failure.ReleaseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One stage of a release: decides what to do with its section of the configuration, then does one task at a time. Its
 * constructor lists the clients it may use, and so what it can touch.
 *
 * @param <P> what it plans from: what all stages of its feature share
 * @param <T> its tasks
 */
public interface Pipe<P, T extends Task> {

    String name();

    Feature<P> feature();

    default Section<?> section() {
        return feature().section();
    }

    /** The word that leaves it out with {@code --skip}; a stage without one always runs. */
    default Optional<String> skipWord() {
        return Optional.of(name());
    }

    /** The key of the plan's JSON form that lists its tasks; a stage without one follows from the others. */
    default Optional<String> planKey() {
        return Optional.empty();
    }

    /** What the plan shows of it; a stage of which it shows nothing follows from the others. */
    default List<PlanPart> parts(List<T> tasks) {
        return planKey().map(key -> new PlanPart(key, name(), tasks)).stream().toList();
    }

    /** Every word that leaves it or a part of it out. */
    default Stream<String> everySkipWord() {
        return Stream.concat(skipWord().stream(), skippableParts().keySet().stream());
    }

    /** What parts of it are that can be left out with {@code --skip}, by their words. */
    default Map<String, String> skippableParts() {
        return Map.of();
    }

    /** Decides what to do. Pure: no I/O, no clock, no environment but what {@code planning} has. */
    Plan<T> plan(P planned, Planning planning);

    /** Why no release can do a task, whatever is on the machine and in registries: {@code check} warns of it. */
    default Optional<ReleaseException> refusal(T task) {
        return Optional.empty();
    }

    /** May we? Asked for all tasks of all stages before any runs. */
    default void preflight(T task, Run run) throws InterruptedException {}

    /** Whether its tasks make files that later stages read. */
    default boolean makesFiles() {
        return false;
    }

    /**
     * Refuses a task whose files are missing or wrong. Called for all tasks of the stage before any of them runs: when
     * the release begins, or after the stages that make files have run.
     */
    default void checkFiles(T task, Run run) throws InterruptedException {}

    /** Whether its tasks are done one after the other, in the order of the plan, and not side by side. */
    default boolean inOrder() {
        return false;
    }

    /** Whether a task that is refused leaves the others be, so that all refusals of the stage are told at once. */
    default boolean reportsAllRefusals() {
        return false;
    }

    /** Does one task; called by several threads at once for different tasks, unless they are done in order. */
    List<Artifact> run(T task, Run run) throws InterruptedException;
}
