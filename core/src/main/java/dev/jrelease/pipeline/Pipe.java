package dev.jrelease.pipeline;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.config.Section;
import dev.jrelease.failure.ReleaseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stage of a release: plans tasks from its section of the configuration, and runs them. Its constructor lists the
 * clients that it may use.
 *
 * @param <P> the plan of its feature, common to all of its stages
 * @param <T> its tasks
 */
public interface Pipe<P, T extends Task> {

    String name();

    Feature<P> feature();

    default Section<?> section() {
        return feature().section();
    }

    /** The word for {@code --skip}; a stage without one always runs. */
    default Optional<String> skipWord() {
        return Optional.of(name());
    }

    /**
     * The key of its tasks in the plan's JSON; a stage without one is not listed, because it follows from the others.
     */
    default Optional<String> planKey() {
        return Optional.empty();
    }

    /** The parts that the plan shows; none for a stage that follows from others. */
    default List<PlanPart> parts(List<T> tasks) {
        return planKey().map(key -> new PlanPart(key, name(), tasks)).stream().toList();
    }

    /** Every word that leaves it or a part of it out. */
    default Stream<String> everySkipWord() {
        return Stream.concat(skipWord().stream(), skippableParts().keySet().stream());
    }

    /** The descriptions of its parts that can be left out with {@code --skip}, by their words. */
    default Map<String, String> skippableParts() {
        return Map.of();
    }

    /** Plans tasks without I/O, clock and environment, from {@code planning} only. */
    Plan<T> plan(P planned, Planning planning);

    /** Why no release can run a task, whatever the host and the registries contain. {@code check} warns about it. */
    default Optional<ReleaseException> refusal(T task) {
        return Optional.empty();
    }

    /**
     * Checks the conditions of a task, such as permissions. Called for all tasks of all stages before any task runs.
     */
    default void preflight(T task, Run run) throws InterruptedException {}

    /** Whether a task writes files that later stages read. */
    default boolean makesFiles(T task) {
        return false;
    }

    /**
     * Refuses a task whose files are missing or invalid. Called for all tasks of the stage before any of them runs: at
     * the begin of the release, or after stages that write files.
     */
    default void checkFiles(T task, Run run) throws InterruptedException {}

    /** Whether its tasks run one after the other in the order of the plan, instead of in parallel. */
    default boolean inOrder() {
        return false;
    }

    /** Runs one task. Called by several threads for different tasks, unless they run in order. */
    List<Artifact> run(T task, Run run) throws InterruptedException;
}
