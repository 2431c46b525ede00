package dev.jrelease.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.concurrent.Lazy;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.ProjectConfig;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.SampleFacts;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Digest;
import dev.jrelease.json.Json;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvent.StageFailed;
import dev.jrelease.report.ReleaseEvent.StageFinished;
import dev.jrelease.report.ReleaseEvent.StageSkipped;
import dev.jrelease.report.ReleaseEvent.StageStarted;
import dev.jrelease.report.ReleaseEvent.TaskFailed;
import dev.jrelease.report.ReleaseEvent.TaskFinished;
import dev.jrelease.report.ReleaseEvent.TaskStarted;
import dev.jrelease.report.ReleaseEvent.TaskStopped;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.report.ReleaseListener;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.report.TaskId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineRunnerTest {
    private static final Environment ENVIRONMENT = new Environment(Map.of(), Path.of("/home"), Path.of("/projects"));

    record Word(String text) implements Task, Artifact {
        @Override
        public String title() {
            return text;
        }

        @Override
        public List<String> describe() {
            return List.of(text);
        }

        @Override
        public ObjectNode json() {
            return Json.object().put("word", text);
        }
    }

    private static final Handover<Word> WORDS = new Handover<>(Word.class);

    /** Produces its own words; the word {@code fail} cannot be said, {@code refuse} not even be begun. */
    record Says(String name, List<Word> heard, CountDownLatch waiting) implements Pipe<ProjectConfig, Word> {
        Says(String name, List<Word> heard) {
            this(name, heard, new CountDownLatch(1));
        }

        @Override
        public Feature<ProjectConfig> feature() {
            return Feature.of(ProjectConfig.SECTION);
        }

        @Override
        public Plan<Word> plan(ProjectConfig config, Planning planning) {
            return Plan.of(List.of());
        }

        @Override
        public void preflight(Word task, Run run) {
            stopAt("refuse", task);
        }

        @Override
        public List<Artifact> run(Word task, Run run) throws InterruptedException {
            runOut(task);
            waitFor(task);
            doHalf(task);
            stopAt("fail", task);
            if (task.text().equals("break")) {
                throw new IllegalStateException("a bug");
            }
            heard.addAll(run.taken(WORDS));
            run.handOn(WORDS, task);
            return List.of(task);
        }

        private static void doHalf(Word task) {
            if (task.text().equals("half")) {
                throw new PartlyDoneException(
                        List.of(task),
                        ReleaseException.couldNot(FailureKind.BUILD, "say the rest")
                                .because("no")
                                .build());
            }
        }

        /** One task waits for ever, and another one until that has begun to. */
        private void waitFor(Word task) throws InterruptedException {
            if (task.text().equals("wait")) {
                waiting.countDown();
                new CountDownLatch(1).await();
            }
            if (task.text().endsWith("after wait")) {
                waiting.await();
            }
        }

        private static void runOut(Word task) {
            if (task.text().startsWith("recurse")) {
                runOut(task);
            }
            if (task.text().equals("run out of memory")) {
                throw new OutOfMemoryError("Java heap space");
            }
        }

        private static void stopAt(String word, Word task) {
            if (task.text().startsWith(word)) {
                throw ReleaseException.couldNot(FailureKind.BUILD, "say " + task.text())
                        .because("no")
                        .build();
            }
        }
    }

    private static PlannedPipe<?, ?> stage(String name, List<Word> heard, String... words) {
        Plan<Word> plan = Plan.of(List.of(words).stream().map(Word::new).toList());
        return new PlannedPipe<>(new Says(name, heard), plan);
    }

    private static ReleaseReport run(PlannedPipe<?, ?>... stages) {
        return run((_, _) -> {}, stages);
    }

    private static ReleaseReport run(ReleaseListener listener, PlannedPipe<?, ?>... stages) {
        ReleasePlan plan = new ReleasePlan(
                "acme",
                "1.2.3",
                ConfigLoader.load(ConfigFile.of(".release.yaml", ""), List.of(), new Problems()),
                SampleFacts.of(ENVIRONMENT, Instant.EPOCH),
                ReleaseOptions.release(),
                List.of(stages),
                new Lazy<>(() -> Digest.of(new byte[0])));
        return new PipelineRunner(plan, ENVIRONMENT, new ReleaseEvents(listener)).run();
    }

    @Test
    void laterStagesTakeWhatEarlierOnesHandOnInTheOrderOfTheirTasks() {
        List<Word> heard = new ArrayList<>();
        ReleaseReport report = run(stage("first", new ArrayList<>(), "a", "b"), stage("second", heard, "c"));

        assertThat(report.succeeded()).isTrue();
        assertThat(heard).containsExactly(new Word("a"), new Word("b"));
        assertThat(report.produced(Word.class)).containsExactly(new Word("a"), new Word("b"), new Word("c"));
    }

    @Test
    void aFailureStopsWhatFollowsAndKeepsWhatWasDone() {
        List<Word> heard = new ArrayList<>();
        ReleaseReport report = run(
                stage("first", new ArrayList<>(), "a"),
                stage("second", new ArrayList<>(), "fail"),
                stage("third", heard, "c"));

        assertThat(report.failure()).isPresent();
        assertThat(report.stoppedIn()).contains("second");
        assertThat(report.produced(Word.class)).containsExactly(new Word("a"));
        assertThat(heard).isEmpty();
    }

    @Test
    void aBugLosesNothingOfWhatWasDone() {
        ReleaseReport report = run(stage("first", new ArrayList<>(), "a"), stage("second", new ArrayList<>(), "break"));

        assertThat(report.failure()).get().isInstanceOf(IllegalStateException.class);
        assertThat(report.stoppedIn()).contains("second");
        assertThat(report.produced(Word.class)).containsExactly(new Word("a"));
    }

    @ParameterizedTest
    @CsvSource({
        "run out of memory, java.lang.OutOfMemoryError",
        "recurse, java.lang.StackOverflowError",
        "recurse further, java.lang.StackOverflowError"
    })
    void anErrorLosesNothingOfWhatWasDone(String word, Class<? extends Throwable> error) {
        ReleaseReport report = run(stage("first", new ArrayList<>(), "a"), stage("second", new ArrayList<>(), word));

        assertThat(report.failure()).get().isInstanceOf(error);
        assertThat(report.stoppedIn()).contains("second");
        assertThat(report.produced(Word.class)).containsExactly(new Word("a"));
    }

    @Test
    void everyStageIsAskedBeforeAnyRuns() {
        ReleaseReport report =
                run(stage("first", new ArrayList<>(), "a"), stage("second", new ArrayList<>(), "refuse"));

        assertThat(report.failure()).isPresent();
        assertThat(report.artifacts()).isEmpty();
        assertThat(report.stoppedIn()).isEmpty();
    }

    @Test
    void everyObstacleIsToldOnce() {
        ReleaseReport report = run(
                stage("first", new ArrayList<>(), "refuse", "refuse"), stage("second", new ArrayList<>(), "refuse"));

        assertThat(report.failure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .hasMessage("could not say refuse: no")
                        .hasNoSuppressedExceptions());
    }

    @Test
    void everythingThatHappensIsReportedInOrder() {
        List<ReleaseEvent> events = new ArrayList<>();
        List<Duration> times = new ArrayList<>();
        ReleaseReport report = run(
                (event, elapsed) -> {
                    events.add(event);
                    times.add(elapsed);
                },
                stage("first", new ArrayList<>(), "a"),
                new PlannedPipe<>(new Says("second", new ArrayList<>()), Plan.skip("--skip=second")),
                stage("third", new ArrayList<>(), "fail"),
                stage("fourth", new ArrayList<>(), "c"));

        TaskId a = new TaskId("first", 1, "a", Optional.empty());
        TaskId fail = new TaskId("third", 1, "fail", Optional.empty());
        assertThat(events)
                .containsExactly(
                        new StageStarted("first", 1),
                        new TaskStarted(a),
                        new TaskFinished(a, List.of(new Word("a"))),
                        new StageFinished("first"),
                        new StageSkipped("second", "--skip=second"),
                        new StageStarted("third", 1),
                        new TaskStarted(fail),
                        new TaskFailed(fail, report.failure().orElseThrow()),
                        new StageFailed("third"));
        assertThat(times).isSorted();
        assertThat(report.unfinished()).containsExactly(fail);
    }

    @Test
    void aTaskIsKnownByItsPlaceWhereTitlesAreTheSame() {
        List<TaskId> started = new CopyOnWriteArrayList<>();
        run(
                (event, elapsed) -> {
                    if (event instanceof TaskStarted(TaskId task)) {
                        started.add(task);
                    }
                },
                stage("first", new ArrayList<>(), "a", "a", "b"));

        assertThat(started).doesNotHaveDuplicates().extracting(TaskId::title).containsExactlyInAnyOrder("a", "a", "b");
        assertThat(started).extracting(TaskId::number).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void whatIsInterruptedBecauseAnotherTaskFailedIsReportedAsStopped() {
        List<ReleaseEvent> events = new ArrayList<>();
        run((event, elapsed) -> events.add(event), stage("first", new ArrayList<>(), "wait", "fail after wait"));

        assertThat(events)
                .contains(new TaskStopped(new TaskId("first", 1, "wait", Optional.empty())))
                .hasAtLeastOneElementOfType(TaskFailed.class);
    }

    @Test
    void aListenerThatFailsAfterATaskDoesNotHideWhy() {
        ReleaseReport report = run(
                (event, elapsed) -> {
                    if (event instanceof TaskFailed || event instanceof StageFailed) {
                        throw new IllegalStateException("cannot draw");
                    }
                },
                stage("first", new ArrayList<>(), "a"),
                stage("second", new ArrayList<>(), "fail"));

        Throwable failure = report.failure().orElseThrow();
        assertThat(failure).hasMessage("could not say fail: no");
        assertThat(failure.getSuppressed()).hasSize(2).allMatch(IllegalStateException.class::isInstance);
        assertThat(report.produced(Word.class)).containsExactly(new Word("a"));
    }

    @Test
    void whatIsPartlyDoneIsReportedWithItsReason() {
        List<ReleaseEvent> events = new ArrayList<>();
        ReleaseReport report = run((event, elapsed) -> events.add(event), stage("first", new ArrayList<>(), "half"));

        TaskId half = new TaskId("first", 1, "half", Optional.empty());
        assertThat(events).contains(new TaskFailed(half, report.failure().orElseThrow()));
        assertThat(report.failure()).get().isInstanceOf(ReleaseException.class);
        assertThat(report.produced(Word.class)).containsExactly(new Word("half"));
    }
}
