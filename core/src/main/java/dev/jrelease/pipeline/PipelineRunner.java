package dev.jrelease.pipeline;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.TagName;
import dev.jrelease.concurrent.Backoff;
import dev.jrelease.concurrent.Parallel;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
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
    private final ReleasePlan plan;
    private final Environment environment;
    private final ReleaseEvents events;
    private final Path dist;
    private final List<Artifact> produced = new ArrayList<>();
    private final HandedOn handedOn = new HandedOn();
    private final Preflight preflight;
    private final Map<TaskId, Task> unfinished = new ConcurrentHashMap<>();
    private Backoff retry;
    private boolean onlyChecks;
    private Optional<String> running = Optional.empty();

    public PipelineRunner(ReleasePlan plan, Environment environment, ReleaseEvents events) {
        this.plan = plan;
        this.environment = environment;
        this.events = events;
        this.dist = environment.resolve(plan.dist());
        this.retry = plan.retry();
        this.preflight = new Preflight(plan, this::runs);
    }

    /** Runs the plan. Never throws for a failure or an error: the report states what was done, and why it stopped. */
    public ReleaseReport run() {
        try {
            preflight.run();
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
        onlyChecks = true;
        return preflight.run(atMost);
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
            preflight.checkFiles(planned);
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
                .map(id -> new Run(plan, environment, dist, id, handedOn, events, retry, onlyChecks))
                .toList();
    }
}
