package dev.jrelease.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.concurrent.Retry;
import dev.jrelease.dockerfile.BuildStep;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.image.Transfer;
import dev.jrelease.image.Transfer.State;
import dev.jrelease.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventJsonTest {
    private static final TaskId TASK =
            new TaskId("docker images", 2, "hello linux/arm64", Optional.of(Platform.of("linux", "arm64")));
    private static final BuildStep STEP = new BuildStep("sha256:1", "[2/3] COPY app /app");
    private static final Descriptor BLOB = new Descriptor(MediaTypes.OCI_CONFIG, Digest.of(new byte[0]), 70_000);

    private record Thing(String name) implements Artifact {
        @Override
        public ObjectNode json() {
            return Json.object().put("type", "thing").put("name", name);
        }
    }

    static Stream<Arguments> ofTasks() {
        ReleaseException failure = ReleaseException.couldNot(FailureKind.BUILD, "build it")
                .because("no")
                .hint("try")
                .at(new Location("a.yaml", 3, 1))
                .build();
        return Stream.of(
                Arguments.of(new ReleaseEvent.TaskStarted(TASK), "task_started", ""),
                Arguments.of(
                        new ReleaseEvent.TaskFinished(TASK, List.of(new Thing("a"))),
                        "task_finished",
                        ",'artifacts':[{'type':'thing','name':'a'}]"),
                Arguments.of(
                        new ReleaseEvent.TaskFailed(TASK, failure),
                        "task_failed",
                        ",'message':'could not build it: no','location':'a.yaml:3:1','hint':'try'"),
                Arguments.of(new ReleaseEvent.TaskStopped(TASK), "task_stopped", ""),
                Arguments.of(new ReleaseEvent.Message(TASK, "pushed"), "message", ",'message':'pushed'"),
                Arguments.of(
                        new ReleaseEvent.StepStarted(TASK, STEP),
                        "step_started",
                        ",'step':'[2/3] COPY app /app','step_id':'sha256:1'"),
                Arguments.of(
                        new ReleaseEvent.StepFinished(TASK, STEP, true, Duration.ofMillis(31)),
                        "step_finished",
                        ",'step':'[2/3] COPY app /app','step_id':'sha256:1','cached':true,'took_ms':31"),
                Arguments.of(
                        new ReleaseEvent.StepFailed(TASK, STEP, "exit code: 1"),
                        "step_failed",
                        ",'step':'[2/3] COPY app /app','step_id':'sha256:1','message':'exit code: 1'"),
                Arguments.of(
                        new ReleaseEvent.Output(TASK, Optional.of(STEP), "made"),
                        "output",
                        ",'step':'[2/3] COPY app /app','step_id':'sha256:1','line':'made'"),
                Arguments.of(new ReleaseEvent.Output(TASK, Optional.empty(), "made"), "output", ",'line':'made'"),
                Arguments.of(
                        new ReleaseEvent.Transferred(TASK, new Transfer(BLOB, "localhost:5000/a", State.SENDING, 10)),
                        "transferred",
                        ",'digest':'" + BLOB.digest()
                                + "','to':'localhost:5000/a','state':'sending','done':10,'total':70000"),
                Arguments.of(
                        new ReleaseEvent.Warning(TASK, "odd"),
                        "warning",
                        ",'about':'hello linux/arm64','message':'odd'"));
    }

    @ParameterizedTest
    @MethodSource("ofTasks")
    void anEventOfATaskNamesTheTask(ReleaseEvent event, String name, String more) {
        assertThat(text(event))
                .isEqualTo("{'elapsed_ms':1250,'event':'" + name + "','stage':'docker images','task':2,"
                        + "'title':'hello linux/arm64','platform':'linux/arm64'" + more + "}");
    }

    @Test
    void anEventOfAStageNamesTheStage() {
        assertThat(text(new ReleaseEvent.StageStarted("push", 3)))
                .isEqualTo("{'elapsed_ms':1250,'event':'stage_started','stage':'push','tasks':3}");
        assertThat(text(new ReleaseEvent.StageSkipped("push", "--skip=publish")))
                .isEqualTo("{'elapsed_ms':1250,'event':'stage_skipped','stage':'push','reason':'--skip=publish'}");
        assertThat(text(new ReleaseEvent.StageFailed("push")))
                .isEqualTo("{'elapsed_ms':1250,'event':'stage_failed','stage':'push'}");
    }

    @Test
    void otherEventsBelongToTheReleaseAsAWhole() {
        assertThat(text(new ReleaseEvent.Retried(new Retry("HTTP 503", 2, 5, Duration.ofSeconds(1)))))
                .isEqualTo("{'elapsed_ms':1250,'event':'retried','problem':'HTTP 503','attempt':2,'attempts':5,"
                        + "'pause_ms':1000}");
        assertThat(text(new ReleaseEvent.Checked(
                        "engine", ReleaseEvent.Verdict.FAILED, "could not reach it", Optional.of("start it"))))
                .isEqualTo("{'elapsed_ms':1250,'event':'checked','about':'engine','verdict':'failed',"
                        + "'message':'could not reach it','hint':'start it'}");
        assertThat(text(new ReleaseEvent.Warning("dist", "kept a file")))
                .isEqualTo("{'elapsed_ms':1250,'event':'warning','about':'dist','message':'kept a file'}");
    }

    private static String text(ReleaseEvent event) {
        return Json.text(EventJson.of(event, Duration.ofMillis(1250))).replace('"', '\'');
    }
}
