package dev.jrelease.pipeline;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Transfer;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvent.Verdict;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.report.TaskId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

/**
 * The inputs of a running task, and the receiver of its events.
 *
 * @param dist the folder for results
 * @param handedOn by the stages before this one
 * @param retry how requests to registries are repeated
 * @param onlyChecks whether only preflight runs, and every check is reported
 */
public record Run(
        ReleasePlan plan,
        Environment environment,
        Path dist,
        TaskId task,
        HandedOn handedOn,
        ReleaseEvents events,
        Backoff retry,
        boolean onlyChecks) {

    /** Hands something on to later stages. */
    public <V> void handOn(Handover<V> handover, V value) {
        handedOn.add(handover, task, value);
    }

    /** What earlier stages have handed on. */
    public <V> List<V> taken(Handover<V> handover) {
        return handedOn.of(handover);
    }

    /** The same for a part of the task, such as one tag: what is reported is about it. */
    public Run about(String part) {
        TaskId id = new TaskId(task.stage(), task.number(), part, Optional.empty());
        return new Run(plan, environment, dist, id, handedOn, events, retry, onlyChecks);
    }

    /** Reports a line about what the task did, which is shown always. */
    public void message(String text) {
        events.add(new ReleaseEvent.Message(task, text));
    }

    /** Reports a line of output of a program. */
    public void output(String line) {
        events.add(new ReleaseEvent.Output(task, Optional.empty(), line));
    }

    /** Reports a warning. */
    public void warning(String message) {
        events.add(new ReleaseEvent.Warning(task, message));
    }

    /** Reports the progress of a blob. */
    public void transferred(Transfer transfer) {
        events.add(new ReleaseEvent.Transferred(task, transfer));
    }

    /**
     * Checks a condition of the release, and reports the result.
     *
     * @param what it is about, in a few words
     * @param question its result is what was found, in words; it throws the refusal
     */
    public void check(String what, Callable<String> question) throws InterruptedException {
        try {
            checked(what, Verdict.PASSED, question.call(), Optional.empty());
        } catch (ReleaseException refusal) {
            refused(what, refusal);
            throw refusal;
        } catch (InterruptedException stop) {
            checked(what, Verdict.FAILED, "no answer in time", Optional.empty());
            throw stop;
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void refused(String what, ReleaseException refusal) {
        if (refusal instanceof InvalidConfigurationException invalid) {
            invalid.problems()
                    .forEach(problem -> checked(
                            what, Verdict.FAILED, problem.location() + ": " + problem.message(), problem.hint()));
        } else {
            String where = refusal.location().map(place -> place + ": ").orElse("");
            checked(what, Verdict.FAILED, where + refusal.getMessage(), refusal.hint());
        }
    }

    /** Reports a condition of the release that was looked at. */
    public void checked(String what, Verdict verdict, String found, Optional<String> hint) {
        events.add(new ReleaseEvent.Checked(what, verdict, found, hint));
    }

    /** Reports another event of the task. */
    public void report(Function<TaskId, ReleaseEvent.TaskEvent> event) {
        events.add(event.apply(task));
    }
}
