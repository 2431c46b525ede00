package dev.jrelease.pipeline;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.concurrent.TimeLimit;
import dev.jrelease.duration.GoDuration;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Refusals;
import dev.jrelease.failure.ReleaseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The checks of a plan: those before the first stage, and those of files that earlier stages write. */
final class Preflight {
    private static final int MOST_CHECKS = 64;

    private final ReleasePlan plan;
    private final Function<PlannedPipe<?, ?>, List<Run>> runs;
    private final List<PlannedPipe<?, ?>> waitingForFiles = new ArrayList<>();

    /** @param runs the run of each task of a stage */
    Preflight(ReleasePlan plan, Function<PlannedPipe<?, ?>, List<Run>> runs) {
        this.plan = plan;
        this.runs = runs;
    }

    /**
     * Runs the checks of all stages in parallel, and collects all refusals before the first is thrown, so that the user
     * can fix all of them at once.
     */
    void run() throws InterruptedException {
        Refusals.throwAll(refused(plan.options().parallelism(), conditions()));
    }

    /**
     * Runs the checks of all stages, each within a time.
     *
     * @return the refusals
     */
    List<ReleaseException> run(Duration atMost) throws InterruptedException {
        return refused(
                MOST_CHECKS,
                conditions().stream()
                        .map(condition -> bounded(condition, atMost))
                        .toList());
    }

    /** Checks the files of a stage right before it begins, if earlier stages write some of them. */
    <P, T extends Task> void checkFiles(PlannedPipe<P, T> planned) throws InterruptedException {
        if (waitingForFiles.contains(planned)) {
            Refusals.throwAll(refused(plan.options().parallelism(), conditions(planned, Pipe::checkFiles)));
        }
    }

    private static Condition bounded(Condition condition, Duration atMost) {
        return () -> {
            try (TimeLimit limit = TimeLimit.of(Optional.of(atMost))) {
                try {
                    return condition.call();
                } catch (InterruptedException stop) {
                    if (limit.passed()) {
                        throw noAnswer(atMost);
                    }
                    throw stop;
                }
            } catch (ReleaseException refusal) {
                return Optional.of(refusal);
            }
        };
    }

    private static ReleaseException noAnswer(Duration atMost) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "look at everything")
                .because("there was no answer within " + GoDuration.text(atMost))
                .build();
    }

    /** Something that may refuse a task before the first stage begins. */
    private interface Condition extends Callable<Optional<ReleaseException>> {
        @Override
        Optional<ReleaseException> call() throws InterruptedException;
    }

    private static List<ReleaseException> refused(int parallelism, List<Condition> conditions)
            throws InterruptedException {
        return Parallel.run(parallelism, conditions).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        boolean filesAreThere = true;
        for (PlannedPipe<?, ?> planned : plan.pipes()) {
            if (!filesAreThere) {
                waitingForFiles.add(planned);
            }
            conditions.addAll(conditions(planned, filesAreThere));
            filesAreThere &= !planned.makesFiles();
        }
        return conditions;
    }

    /** A check that may refuse a task before the stage begins. */
    private interface TaskCheck<T extends Task> {
        void check(Pipe<?, T> pipe, T task, Run run) throws InterruptedException;
    }

    /** Files that are missing keep nothing else from being checked. */
    private <P, T extends Task> List<Condition> conditions(PlannedPipe<P, T> planned, boolean filesAreThere) {
        List<Condition> conditions = new ArrayList<>();
        if (filesAreThere) {
            conditions.addAll(conditions(planned, (pipe, task, run) -> {
                if (pipe.refusal(task).isEmpty()) {
                    pipe.checkFiles(task, run);
                }
            }));
        }
        conditions.addAll(conditions(planned, (pipe, task, run) -> {
            pipe.refusal(task).ifPresent(refusal -> {
                throw refusal;
            });
            pipe.preflight(task, run);
        }));
        return conditions;
    }

    private <P, T extends Task> List<Condition> conditions(PlannedPipe<P, T> planned, TaskCheck<T> check) {
        List<T> tasks = planned.tasks();
        List<Run> all = runs.apply(planned);
        return IntStream.range(0, tasks.size())
                .<Condition>mapToObj(i -> () -> refusal(check, planned.pipe(), tasks.get(i), all.get(i)))
                .toList();
    }

    private static <T extends Task> Optional<ReleaseException> refusal(
            TaskCheck<T> check, Pipe<?, T> pipe, T task, Run run) throws InterruptedException {
        try {
            check.check(pipe, task, run);
            return Optional.empty();
        } catch (ReleaseException refusal) {
            return Optional.of(refusal);
        }
    }
}
