package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.progress.Detail;
import dev.jrelease.cli.progress.LineProgress;
import dev.jrelease.cli.progress.ProgressView;
import dev.jrelease.concurrent.Retry;
import dev.jrelease.dockerfile.BuildStep;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.TaskId;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Whatever others say, and wherever it goes out: no terminal, no CI system acts upon it, and it holds no password. */
class ConsoleTest {
    private static final String HOSTILE = "\u001B]0;owned\u0007\u0000\u202E\u009B2J x\n::set-output name=a::b\r"
            + "  ::stop-commands::z\n##[add-mask]q ##vso[task.x]\nBasic cm9ib3Q6czNjcmV0LXBhc3M= s3cret-pass";

    private static final TaskId TASK = new TaskId(HOSTILE, 1, HOSTILE, Optional.empty());
    private static final BuildStep STEP = new BuildStep(HOSTILE, HOSTILE);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Redactor redactor = new Redactor();
    private final Console console = new Console(InputStream.nullInputStream(), stream(out), stream(err), redactor);

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, false, StandardCharsets.UTF_8);
    }

    private static Consumer<Console> exit(Consumer<Console> exit) {
        return exit;
    }

    static Stream<Consumer<Console>> exits() {
        Location place = new Location(HOSTILE, 1, 1);
        Problem problem = new Problem(Severity.ERROR, place, HOSTILE, Optional.of(HOSTILE), Optional.of(HOSTILE));
        ReleaseException failure = ReleaseException.couldNot(FailureKind.REGISTRY, "push " + HOSTILE)
                .because(HOSTILE)
                .hint(HOSTILE)
                .build();
        return Stream.of(
                exit(console -> console.result(HOSTILE)),
                exit(console -> console.progress(HOSTILE)),
                exit(console ->
                        console.annotationResult(annotations(console.redactor()).of(problem))),
                exit(console -> new ProblemOutput(console).print(List.of(problem))),
                exit(console -> new ProblemOutput(console).failure(failure)),
                exit(console -> new ProblemOutput(console).failure(failure.at(place))),
                exit(console -> new ProblemOutput(console)
                        .failure(new IllegalStateException(HOSTILE, new RuntimeException(HOSTILE)))),
                exit(console -> new ProblemOutput(console)
                        .usage(new CommandLine.ParameterException(new RootCommand().commandLine(), HOSTILE))),
                exit(console -> console.outWriter().println(HOSTILE)),
                exit(console -> console.errWriter().println(HOSTILE)),
                exit(console -> event(console, new ReleaseEvent.Output(TASK, Optional.of(STEP), HOSTILE))),
                exit(console -> event(console, new ReleaseEvent.Warning(TASK, HOSTILE))),
                exit(console -> event(console, new ReleaseEvent.Message(TASK, HOSTILE))),
                exit(console -> event(console, new ReleaseEvent.Warning(HOSTILE, HOSTILE))),
                exit(console -> event(console, new ReleaseEvent.StepStarted(TASK, STEP))),
                exit(console -> event(console, new ReleaseEvent.StepFailed(TASK, STEP, HOSTILE))),
                exit(console -> event(console, new ReleaseEvent.StepFinished(TASK, STEP, true, Duration.ZERO))),
                exit(console -> event(console, new ReleaseEvent.Retried(new Retry(HOSTILE, 2, 3, Duration.ZERO)))),
                exit(console -> event(console, new ReleaseEvent.StageSkipped(HOSTILE, HOSTILE))),
                exit(console -> event(console, new ReleaseEvent.StageStarted(HOSTILE, 2))));
    }

    private static GitHubAnnotations annotations(Redactor redactor) {
        Environment environment = new Environment(Map.of(), Path.of("/"), Path.of("/"));
        return GitHubAnnotations.of(environment, Path.of("/"), redactor);
    }

    private static void event(Console console, ReleaseEvent event) {
        try (ProgressView lines = new LineProgress(console::progress, Detail.VERBOSE, Instant.EPOCH)) {
            lines.on(event, Duration.ZERO);
        }
    }

    @ParameterizedTest
    @MethodSource("exits")
    void letsNothingOut(Consumer<Console> exit) {
        redactor.learnSent("robot", new Secret("s3cret-pass"));
        console.annotate(Optional.of(annotations(redactor)));

        exit.accept(console);
        console.flush();

        String shown = out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
        assertThat(shown).isNotEmpty().doesNotContain("s3cret-pass", "cm9ib3Q6czNjcmV0LXBhc3M", "##[", "##vso[");
        assertThat(shown.replaceAll("[\n\t]", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        assertThat(shown.lines().map(String::strip).filter(line -> line.startsWith("::")))
                .allMatch(line -> line.matches("::(error|warning) ?.*"));
    }

    @ParameterizedTest
    @MethodSource("exits")
    void letsNothingOutAsJson(Consumer<Console> exit) {
        console.logJson();

        letsNothingOut(exit);
    }

    @Test
    void anEventIsMaskedInJson() {
        redactor.learn(new Secret("s3cret-pass"));

        new JsonListener(console).on(new ReleaseEvent.Output(TASK, Optional.of(STEP), HOSTILE), Duration.ZERO);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("\\u001B]0;owned")
                .doesNotContain("s3cret-pass")
                .hasLineCount(1);
    }

    @Test
    void thePlanIsMaskedWhereTemplatesWroteSecrets() {
        redactor.learn(new Secret("app-2"));
        redactor.learnRendered("s3cret-pass", Set.of("s3cret-pass"));

        console.plan("app-2 s3cret-pass\u001B[2J\n::debug::x\n");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("app-2 ***\uFFFD[2J\n: :debug::x\n");
    }

    @Test
    void jsonKeepsItsContentAndIsSafe() {
        console.json("{\"a\": \"\u202E\"}");

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"a\": \"\\u202e\"}");
    }
}
