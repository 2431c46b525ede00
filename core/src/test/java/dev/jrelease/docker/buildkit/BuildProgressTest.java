package dev.jrelease.docker.buildkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.docker.buildkit.BuildEvent.Cached;
import dev.jrelease.docker.buildkit.BuildEvent.Completed;
import dev.jrelease.docker.buildkit.BuildEvent.Failed;
import dev.jrelease.docker.buildkit.BuildEvent.Output;
import dev.jrelease.docker.buildkit.BuildEvent.Started;
import dev.jrelease.docker.buildkit.BuildEvent.Warning;
import dev.jrelease.dockerfile.BuildStep;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuildProgressTest {
    private final List<BuildEvent> events = new ArrayList<>();
    private final Redactor redactor = new Redactor();
    private final BuildProgress progress = new BuildProgress(events::add, redactor);

    private void vertex(String name, Protobuf more) {
        byte[] vertex =
                concat(new Protobuf().text(1, "sha256:" + name).text(3, name).message(), more.message());
        progress.trace(new Protobuf().bytes(1, vertex).message());
    }

    private static BuildStep step(String name) {
        return new BuildStep("sha256:" + name, name);
    }

    private void log(String name, String text) {
        log(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void log(String name, byte[] text) {
        progress.trace(new Protobuf()
                .bytes(
                        3,
                        new Protobuf()
                                .text(1, "sha256:" + name)
                                .number(3, 1)
                                .bytes(4, text)
                                .message())
                .message());
    }

    private static Protobuf times(long... seconds) {
        Protobuf times = new Protobuf();
        for (int i = 0; i < seconds.length; i++) {
            times.bytes(5 + i, new Protobuf().number(1, seconds[i]).message());
        }
        return times;
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    @Test
    void tellsOfEachStepOnceHoweverOftenItIsRepeated() {
        vertex("[1/2] COPY a", new Protobuf());
        vertex("[1/2] COPY a", times(10));
        vertex("[1/2] COPY a", times(10));
        vertex("[1/2] COPY a", times(10, 13));
        vertex("[1/2] COPY a", times(10, 13));
        vertex("[2/2] COPY b", times(14, 14).number(4, 1));

        assertThat(events)
                .containsExactly(
                        new Started(step("[1/2] COPY a")),
                        new Completed(step("[1/2] COPY a"), Duration.ofSeconds(3)),
                        new Cached(step("[2/2] COPY b")));
    }

    @Test
    void putsLinesTogether() {
        byte[] umlaut = "ö\r\n".getBytes(StandardCharsets.UTF_8);
        vertex("RUN a", times(1));
        log("RUN a", "one\ntw");
        log("RUN a", Arrays.copyOf(umlaut, 1));
        log("RUN a", Arrays.copyOfRange(umlaut, 1, 4));
        log("RUN a", "\nlast");
        vertex("RUN a", times(1, 2));

        assertThat(events)
                .containsExactly(
                        new Started(step("RUN a")),
                        new Output(step("RUN a"), "one"),
                        new Output(step("RUN a"), "twö"),
                        new Output(step("RUN a"), ""),
                        new Output(step("RUN a"), "last"),
                        new Completed(step("RUN a"), Duration.ofSeconds(1)));
    }

    @Test
    void handsOnALineThatNeverEndsWhenTheBuildEnds() {
        log("RUN a", "unfinished");
        assertThat(events).isEmpty();

        progress.end();

        assertThat(events).containsExactly(new Output(new BuildStep("sha256:RUN a", ""), "unfinished"));
    }

    @Test
    void remembersTheStepThatFailedAndItsLastLines() {
        vertex("RUN other", times(1).text(7, "context canceled"));
        vertex("RUN a", times(1));
        log(
                "RUN a",
                String.join(
                        "\n", IntStream.range(0, 50).mapToObj(i -> "line " + i).toList()));
        vertex("RUN a", times(1, 2).text(7, "exit code: 1"));

        assertThat(events).contains(new Failed(step("RUN a"), "exit code: 1"));
        assertThat(progress.failedStep()).hasValueSatisfying(step -> {
            assertThat(step.name()).isEqualTo("RUN a");
            assertThat(step.output()).hasSize(20).endsWith("line 49");
        });
    }

    @Test
    void masksSecretsEverywhere() {
        redactor.learn(new Secret("hunter2"));
        vertex("RUN hunter2", times(1));
        log("RUN hunter2", "hunter2\n");
        vertex("RUN hunter2", times(1, 2).text(7, "hunter2 failed"));
        progress.trace(new Protobuf()
                .bytes(4, new Protobuf().text(3, "Lint: hunter2").message())
                .message());

        assertThat(events)
                .containsExactly(
                        new Started(new BuildStep("sha256:RUN hunter2", "RUN ***")),
                        new Output(new BuildStep("sha256:RUN hunter2", "RUN ***"), "***"),
                        new Failed(new BuildStep("sha256:RUN hunter2", "RUN ***"), "*** failed"),
                        new Warning("Lint: ***"));
    }

    @Test
    void takesABaseOfAnotherPlatformForMoreThanAWarning() {
        String message = "InvalidBaseImagePlatform: Base image a was pulled with platform \"linux/amd64\"";
        progress.trace(new Protobuf()
                .bytes(4, new Protobuf().text(3, message).message())
                .message());

        assertThat(events).containsExactly(new Warning(message));
        assertThat(progress.wrongBase()).contains("Base image a was pulled with platform \"linux/amd64\"");
    }

    @Test
    void refusesWhatIsNoTrace() {
        assertThatThrownBy(() -> progress.trace(new byte[] {0x0a, 0x50})).isInstanceOf(IllegalArgumentException.class);
    }
}
