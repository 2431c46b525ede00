package dev.jrelease.pipeline;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.TagName;
import dev.jrelease.concurrent.Backoff;
import dev.jrelease.concurrent.Parallel;
import dev.jrelease.concurrent.TimeLimit;
import dev.jrelease.duration.GoDuration;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Refusals;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.report.FloatingTags;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.report.TaskId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.IntStream;

/**
 * Runs a plan: stages one after the other, the tasks of most stages in parallel. No stage runs after one that failed.
 */
public final class PipelineRunner {
    private static final int MOST_CHECKS = 64;

    private final ReleasePlan plan;
    private final Environment environment;
    private final ReleaseEvents events;
    private final Path dist;
    private final List<Artifact> produced = new ArrayList<>();
    private final HandedOn handedOn = new HandedOn();
    private final List<PlannedPipe<?, ?>> waitingForFiles = new ArrayList<>();
    private final Map<TaskId, Task> unfinished = new ConcurrentHashMap<>();
    private Backoff retry;
    private boolean onlyLooks;
    private Optional<String> running = Optional.empty();

    public PipelineRunner(ReleasePlan plan, Environment environment, ReleaseEvents events) {
        this.plan = plan;
        this.environment = environment;
        this.events = events;
        this.dist = environment.resolve(plan.dist());
        this.retry = plan.retry();
    }

    /** Runs the plan. Never throws for a failure or an error: the report states what was done, and why it stopped. */
    public ReleaseReport run() {
        try {
            preflight();
            for (PlannedPipe<?, ?> planned : plan.pipes()) {
                run(planned);
            }
            return report(Optional.empty());
        } catch (InterruptedException stop) {
            return report(Optional.of(
                    ReleaseException.interrupted("finish the release").build()));
        } catch (RuntimeException | Error failure) {
            // Also errors such as memory or stack that ran out: the user needs the report in any case.
            return report(Optional.of(failure));
        }
    }

    private ReleaseReport report(Optional<Throwable> failure) {
        Optional<String> stoppedIn = failure.isPresent() ? running : Optional.empty();
        List<TagName> tags = plan.tags();
        List<TagName> uncertain = unfinished.values().stream()
                .flatMap(task -> task.tags().stream())
                .toList();
        return new ReleaseReport(
                plan.version(),
                !tags.isEmpty(),
                produced,
                FloatingTags.of(tags, produced, uncertain),
                stoppedIn,
                unfinished.keySet().stream()
                        .sorted(Comparator.comparingInt(TaskId::number))
                        .toList(),
                failure);
    }

    /**
     * Only checks whether the release can begin, all conditions in parallel.
     *
     * @param atMost the time for each of them; nothing is tried again
     * @return why it cannot
     */
    public List<ReleaseException> check(Duration atMost) throws InterruptedException {
        retry = new Backoff(1, retry.first(), retry.longest());
        onlyLooks = true;
        return refused(
                MOST_CHECKS,
                conditions().stream()
                        .map(condition -> bounded(condition, atMost))
                        .toList());
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

    /**
     * Runs the checks of all stages in parallel, and collects all refusals before the first is thrown, so that the user
     * can fix all of them at once.
     */
    private void preflight() throws InterruptedException {
        Refusals.throwAll(refused(plan.options().parallelism(), conditions()));
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

    private static <T extends Task> void checkAll(Pipe<?, T> pipe, T task, Run run) throws InterruptedException {
        refuseCertain(pipe, task);
        pipe.checkFiles(task, run);
        pipe.preflight(task, run);
    }

    private static <T extends Task> void checkWithoutFiles(Pipe<?, T> pipe, T task, Run run)
            throws InterruptedException {
        refuseCertain(pipe, task);
        pipe.preflight(task, run);
    }

    private static <T extends Task> void refuseCertain(Pipe<?, T> pipe, T task) {
        pipe.refusal(task).ifPresent(refusal -> {
            throw refusal;
        });
    }

    private <P, T extends Task> List<Condition> conditions(PlannedPipe<P, T> planned, boolean filesAreThere) {
        return conditions(planned, filesAreThere ? PipelineRunner::checkAll : PipelineRunner::checkWithoutFiles);
    }

    private <P, T extends Task> List<Condition> conditions(PlannedPipe<P, T> planned, TaskCheck<T> check) {
        List<T> tasks = planned.tasks();
        List<Run> runs = runs(planned);
        return IntStream.range(0, tasks.size())
                .<Condition>mapToObj(i -> () -> refusal(check, planned.pipe(), tasks.get(i), runs.get(i)))
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

    private <C, T extends Task> void run(PlannedPipe<C, T> planned) throws InterruptedException {
        String name = planned.pipe().name();
        if (planned.plan() instanceof Plan.Skipped<T>(String reason)) {
            events.add(new ReleaseEvent.StageSkipped(name, reason));
            return;
        }
        if (planned.tasks().isEmpty()) {
            return;
        }
        running = Optional.of(name);
        events.add(new ReleaseEvent.StageStarted(name, planned.tasks().size()));
        try {
            if (waitingForFiles.contains(planned)) {
                Refusals.throwAll(refused(plan.options().parallelism(), conditions(planned, Pipe::checkFiles)));
            }
            runTasks(planned, runs(planned));
        } catch (InterruptedException | RuntimeException | Error failure) {
            addAfter(failure, new ReleaseEvent.StageFailed(name));
            throw failure;
        }
        events.add(new ReleaseEvent.StageFinished(name));
    }

    /** Adds an event; if a listener fails, the failure of the release is still the one that is reported. */
    private void addAfter(Throwable failure, ReleaseEvent event) {
        try {
            events.add(event);
        } catch (RuntimeException | Error ofListener) {
            failure.addSuppressed(ofListener);
        }
    }

    /** Keeps the results of tasks that ended before another one failed, for the report. */
    private <C, T extends Task> void runTasks(PlannedPipe<C, T> planned, List<Run> runs) throws InterruptedException {
        List<T> tasks = planned.tasks();
        Map<Integer, List<Artifact>> done = new ConcurrentSkipListMap<>();
        try {
            Parallel.run(
                    planned.pipe().inOrder() ? 1 : plan.options().parallelism(),
                    IntStream.range(0, tasks.size())
                            .<Callable<Integer>>mapToObj(i -> () -> {
                                try {
                                    done.put(i, run(planned.pipe(), tasks.get(i), runs.get(i)));
                                } catch (PartlyDoneException partly) {
                                    done.put(i, partly.artifacts());
                                    throw partly.failure();
                                }
                                return i;
                            })
                            .toList());
        } finally {
            done.values().forEach(produced::addAll);
        }
    }

    private <C, T extends Task> List<Artifact> run(Pipe<C, T> pipe, T task, Run run) throws InterruptedException {
        TaskId id = run.task();
        events.add(new ReleaseEvent.TaskStarted(id));
        unfinished.put(id, task);
        try {
            List<Artifact> artifacts = pipe.run(task, run);
            unfinished.remove(id);
            events.add(new ReleaseEvent.TaskFinished(id, artifacts));
            return artifacts;
        } catch (InterruptedException | RuntimeException | Error failure) {
            addAfter(failure, failed(id, failure));
            throw failure;
        }
    }

    private static ReleaseEvent failed(TaskId task, Throwable failure) {
        return switch (failure) {
            case InterruptedException _ -> new ReleaseEvent.TaskStopped(task);
            case PartlyDoneException partly -> failed(task, partly.failure());
            case ReleaseException stopped
            when stopped.kind() == FailureKind.INTERRUPTED -> new ReleaseEvent.TaskStopped(task);
            default -> new ReleaseEvent.TaskFailed(task, failure);
        };
    }

    /** The run of each task of a stage. */
    private List<Run> runs(PlannedPipe<?, ?> planned) {
        String stage = planned.pipe().name();
        List<? extends Task> tasks = planned.tasks();
        return IntStream.range(0, tasks.size())
                .mapToObj(i -> new TaskId(
                        stage, i + 1, tasks.get(i).title(), tasks.get(i).forPlatform()))
                .map(id -> new Run(plan, environment, dist, id, handedOn, events, retry, onlyLooks))
                .toList();
    }
}
