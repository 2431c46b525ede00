package dev.jrelease.pipeline;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.concurrent.Parallel;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseListener;
import dev.jrelease.report.ReleaseReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;

/**
 * Carries out a plan: stages one after the other, the tasks of most stages side by side. A stage
 * that fails is the last one.
 */
public final class PipelineRunner {
    private final ReleasePlan plan;
    private final Environment environment;
    private final ReleaseListener listener;
    private final Path dist;
    private final List<Artifact> produced = new ArrayList<>();
    private final List<PlannedPipe<?, ?>> waitingForFiles = new ArrayList<>();
    private final Set<String> unfinished = new ConcurrentSkipListSet<>();
    private Optional<String> running = Optional.empty();

    public PipelineRunner(ReleasePlan plan, Environment environment, ReleaseListener listener) {
        this.plan = plan;
        this.environment = environment;
        this.listener = listener;
        this.dist = environment.resolve(plan.dist());
    }

    /** Never throws for what went wrong, whatever it was: the report says what was done before, and why it stopped. */
    public ReleaseReport run() {
        try {
            preflight();
            for (PlannedPipe<?, ?> planned : plan.pipes()) {
                run(planned);
            }
            return report(Optional.empty());
        } catch (InterruptedException stop) {
            return report(Optional.of(interrupted()));
        } catch (RuntimeException | Error failure) {
            // Also memory or stack that ran out: the user needs the report of what is where in any case.
            return report(Optional.of(failure));
        }
    }

    private ReleaseReport report(Optional<Throwable> failure) {
        Optional<String> stoppedIn = failure.isPresent() ? running : Optional.empty();
        return new ReleaseReport(plan.version(), produced, stoppedIn, List.copyOf(unfinished), failure);
    }

    private static ReleaseException interrupted() {
        return ReleaseException.couldNot(FailureKind.INTERRUPTED, "finish the release")
                .because("it was interrupted")
                .build();
    }

    /** Collects all refusals before the first is thrown, so that the user can mend all of them at once. */
    private void preflight() throws InterruptedException {
        List<ReleaseException> refusals = new ArrayList<>();
        boolean filesAreThere = true;
        for (PlannedPipe<?, ?> planned : plan.pipes()) {
            if (!filesAreThere) {
                waitingForFiles.add(planned);
            }
            refusals.addAll(refusals(planned, filesAreThere));
            filesAreThere &= planned.tasks().isEmpty() || !planned.pipe().makesFiles();
        }
        throwAll(refusals);
    }

    private static void throwAll(List<ReleaseException> refusals) {
        if (!refusals.isEmpty()) {
            throw Refusals.together(refusals);
        }
    }

    /** What may refuse a task before the stage begins. */
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

    private <P, T extends Task> List<ReleaseException> refusals(PlannedPipe<P, T> planned, boolean filesAreThere)
            throws InterruptedException {
        return refusals(planned, filesAreThere ? PipelineRunner::checkAll : PipelineRunner::checkWithoutFiles);
    }

    private <P, T extends Task> List<ReleaseException> refusals(PlannedPipe<P, T> planned, TaskCheck<T> check)
            throws InterruptedException {
        Run run = runOf(planned);
        return Parallel.run(
                        plan.options().parallelism(),
                        planned.tasks().stream()
                                .<Callable<Optional<ReleaseException>>>map(
                                        task -> () -> refusal(check, planned.pipe(), task, run))
                                .toList())
                .stream()
                .flatMap(Optional::stream)
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
            listener.on(new ReleaseEvent.PipeSkipped(name, reason));
            return;
        }
        if (planned.tasks().isEmpty()) {
            return;
        }
        running = Optional.of(name);
        listener.on(new ReleaseEvent.PipeStarted(name, planned.tasks().size()));
        if (waitingForFiles.contains(planned)) {
            throwAll(refusals(planned, Pipe::checkFiles));
        }
        runTasks(planned, runOf(planned));
        listener.on(new ReleaseEvent.PipeFinished(name));
    }

    /** What tasks did before another one failed is kept: someone has to know what is where. */
    private <C, T extends Task> void runTasks(PlannedPipe<C, T> planned, Run run) throws InterruptedException {
        List<T> tasks = planned.tasks();
        Map<Integer, List<Artifact>> done = new ConcurrentSkipListMap<>();
        Map<Integer, ReleaseException> refused = new ConcurrentSkipListMap<>();
        try {
            Parallel.run(
                    planned.pipe().inOrder() ? 1 : plan.options().parallelism(),
                    IntStream.range(0, tasks.size())
                            .<Callable<Integer>>mapToObj(i -> () -> {
                                try {
                                    done.put(i, run(planned.pipe(), tasks.get(i), run));
                                } catch (ReleaseException refusal) {
                                    refused.put(i, collected(refusal, planned.pipe()));
                                }
                                return i;
                            })
                            .toList());
        } finally {
            done.values().forEach(produced::addAll);
        }
        if (!refused.isEmpty()) {
            throw Refusals.together(List.copyOf(refused.values()));
        }
    }

    private static ReleaseException collected(ReleaseException refusal, Pipe<?, ?> pipe) {
        if (!pipe.reportsAllRefusals() || refusal.kind() == FailureKind.INTERRUPTED) {
            throw refusal;
        }
        return refusal;
    }

    private <C, T extends Task> List<Artifact> run(Pipe<C, T> pipe, T task, Run run) throws InterruptedException {
        listener.on(new ReleaseEvent.TaskStarted(pipe.name(), task.title()));
        unfinished.add(task.title());
        List<Artifact> artifacts = pipe.run(task, run);
        unfinished.remove(task.title());
        listener.on(new ReleaseEvent.TaskFinished(pipe.name(), task.title()));
        return artifacts;
    }

    private Run runOf(PlannedPipe<?, ?> planned) {
        return new Run(plan, environment, dist, planned.pipe().name(), produced, listener);
    }
}
