package dev.jrelease.pipes.before;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.facts.SampleFacts;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.fields.ReleaseNames;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.PipelineRunner;
import dev.jrelease.pipeline.PlannedTasks;
import dev.jrelease.pipeline.Planner;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BeforePipeTest {
    private static final Environment ENVIRONMENT = new Environment(Map.of(), Path.of("/home"), Path.of("/projects"));
    private static final ReleaseFacts FACTS = SampleFacts.of(ENVIRONMENT, Instant.parse("2026-01-02T03:04:05Z"));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path work;

    private final List<String> shown = new ArrayList<>();
    private final Problems problems = new Problems();
    private final Redactor redactor = new Redactor();

    @Test
    void plansTheCommandsInTheOrderOfTheFile() {
        ReleasePlan plan = plan("""
                before:
                  hooks:
                    - go mod tidy
                    - cmd: ./prepare.sh {{ .Version }} {{ .Env.MODE }}
                      dir: "{{ .ProjectName }}/scripts"
                      env: ["MODE=fast", "BOTH={{ .Env.MODE }}-er", "{{ if .IsSnapshot }}NEVER=1{{ end }}"]
                      output: true
                      shell: bash
                """);

        assertThat(problems.list()).isEmpty();
        assertThat(plan.text()).contains("""
                before
                  go mod tidy
                  ./prepare.sh 1.2.3 fast
                      in hello/scripts
                      by bash
                      with MODE=fast
                      with BOTH=fast-er
                """);
        assertThat(Json.text(plan.json(redactor).path("before").path(1)))
                .isEqualTo("{\"cmd\":\"./prepare.sh 1.2.3 fast\",\"dir\":\"hello/scripts\","
                        + "\"env\":{\"MODE\":\"fast\",\"BOTH\":\"fast-er\"},\"shell\":\"bash\",\"output\":true}");
    }

    @Test
    void leavesOutWhatIsNotWantedOrEmpty() {
        ReleasePlan plan = plan("""
                before:
                  hooks:
                    - {cmd: echo no, if: "{{ .IsSnapshot }}"}
                    - "{{ if .IsSnapshot }}echo no{{ end }}"
                    - {cmd: echo yes, if: true}
                """);

        assertThat(PlannedTasks.of(plan, HookTask.class))
                .extracting(HookTask::command)
                .containsExactly("echo yes");
    }

    @Test
    void findsMistakesAlsoInWhatIsNotWanted() {
        plan("""
                before:
                  hooks:
                    - echo {{ .Verson }}
                    - {cmd: "echo {{ .Tga }}", if: false, dri: x}
                    - {dir: x}
                    - {cmd: a, env: [A]}
                    - echo 'a
                    - a && b
                    - {cmd: a && b, shell: bash}
                """, ReleaseOptions.release(), SampleFacts.ofCheck(ENVIRONMENT, Instant.EPOCH));

        assertThat(problems.list())
                .extracting(problem -> problem.toString().replaceFirst("^.release.yaml:", ""))
                .containsExactly(
                        "5:15: 'Verson' is not known here (did you mean Version?)",
                        "6:22: 'Tga' is not known here (did you mean Tag?)",
                        "6:43: unknown key 'dri' (did you mean dir?)",
                        "7:7: 'cmd' is missing",
                        "8:22: 'A' is not of the form NAME=value",
                        "9:7: the command cannot be parsed: a quote is not closed: there is no second '",
                        "10:7: warning: '&& b' is not run: the command has no shell (use sh -c '…', or two hooks)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{cmd: ''}", "''", "{cmd: '  ', shell: bash}"})
    void aHookWithoutACommandIsAMistake(String hook) {
        plan("before: {hooks: [" + hook + "]}");

        assertThat(problems.list()).extracting(Problem::message).containsExactly("the hook has no command");
    }

    @Test
    void aMissingFolderIsFoundBeforeTheFirstStageBegins() {
        ReleaseReport report = run("before: {hooks: [{cmd: ls, dir: missing}, touch made]}", ReleaseOptions.release());

        assertThat(report.stoppedIn()).isEmpty();
        assertThat(report.failure().orElseThrow()).hasMessageContaining("there is no folder missing");
        assertThat(work.resolve("made")).doesNotExist();
    }

    @Test
    void aHookMayMakeTheFolderOfTheNext() {
        ReleaseReport report =
                run("before: {hooks: [mkdir generated, {cmd: touch made, dir: generated}]}", ReleaseOptions.release());

        assertThat(report.failure()).isEmpty();
        assertThat(work.resolve("generated/made")).exists();
    }

    @Test
    void showsNoSecret() {
        ReleasePlan plan = plan("""
                env: ["API_CREDENTIAL=first-secret"]
                before:
                  hooks:
                    - cmd: curl {{ .Env.API_CREDENTIAL }} {{ .Env.TOKEN }}
                      env: ["TOKEN=second-secret"]
                """);

        assertThat(redactor.redact(plan.text())).contains("curl *** ***", "with TOKEN=***");
        assertThat(Json.text(plan.json(redactor))).contains("curl *** ***").doesNotContain("-secret");
    }

    @Test
    void runsTheCommandsInOrder() throws IOException {
        Files.createDirectory(work.resolve("scripts"));
        ReleaseReport report = run("""
                env: ["MODE={{ .Env.GIVEN }}-mode"]
                before:
                  hooks:
                    - cmd: sh -c 'echo "$MODE $GIVEN $OWN" > one'
                      env: ["OWN=mine"]
                    - cmd: cat ../one && echo two > two
                      dir: scripts
                      shell: sh
                      output: true
                """, ReleaseOptions.release());

        assertThat(report.failure()).isEmpty();
        assertThat(work.resolve("one")).hasContent("yes-mode yes mine");
        assertThat(work.resolve("scripts/two")).hasContent("two");
        assertThat(shown).containsExactly("yes-mode yes mine");
    }

    @Test
    void aFailureStopsTheReleaseAndShowsWhatWasPrinted() {
        ReleaseReport report = run("""
                before:
                  hooks:
                    - sh -c 'echo compiling; echo "no such symbol" >&2; exit 3'
                    - touch never
                """, ReleaseOptions.release());

        assertThat(report.failure().orElseThrow())
                .hasMessage("could not run the hook sh -c 'echo compiling; echo \"no such symbol\" >&2; exit 3': "
                        + "it ended with exit code 3\n  | compiling\n  | no such symbol");
        assertThat(((ReleaseException) report.failure().orElseThrow())
                        .location()
                        .map(Location::line))
                .contains(5);
        assertThat(work.resolve("never")).doesNotExist();
    }

    @Test
    void aLongLineAndALongCommandAreCutInTheMessage() {
        ReleaseReport report = run(
                "before: {hooks: [\"sh -c 'printf %0100000d 0; exit 3' " + "word ".repeat(99) + "\"]}",
                ReleaseOptions.release());

        assertThat(report.failure().orElseThrow().getMessage())
                .contains(
                        "could not run the hook sh -c 'printf %0100000d 0; exit 3' word word word word word …: it ended")
                .hasSizeLessThan(20_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{cmd: ls, dir: missing}   | could not run the hook ls: there is no folder missing",
                "{cmd: ls, dir: ..}        | could not run the hook ls: it is outside of",
                "{cmd: no-such-program}    | could not run no-such-program: there is no program no-such-program",
                "{cmd: ls, shell: no-such} | could not run no-such: there is no program no-such",
            })
    void saysWhyACommandDoesNotStart(String hook, String message) {
        assertThat(run("before: {hooks: [" + hook + "]}", ReleaseOptions.release())
                        .failure()
                        .orElseThrow())
                .hasMessageStartingWith(message);
    }

    @Test
    void runsThemInASnapshotTooUnlessTheyAreLeftOut() {
        String yaml = "before: {hooks: [touch made]}";

        run(yaml, without("before"));
        assertThat(work.resolve("made")).doesNotExist();
        run(yaml, ReleaseOptions.release().asSnapshot());
        assertThat(work.resolve("made")).exists();
    }

    private ReleaseReport run(String yaml, ReleaseOptions options) {
        Environment environment = new Environment(Map.of("GIVEN", "yes", "PATH", "/usr/bin:/bin"), work, work);
        ReleaseFacts facts = SampleFacts.of(environment, Instant.EPOCH);
        return new PipelineRunner(plan(yaml, options, facts), environment, new ReleaseEvents(this::listen)).run();
    }

    private void listen(ReleaseEvent event, Duration elapsed) {
        if (event instanceof ReleaseEvent.Message line) {
            shown.add(line.text());
        }
    }

    private static ReleaseOptions without(String word) {
        return ReleaseOptions.builder().skip(Set.of(word)).build();
    }

    private ReleasePlan plan(String yaml) {
        return plan(yaml, ReleaseOptions.release());
    }

    private ReleasePlan plan(String yaml, ReleaseOptions options) {
        return plan(yaml, options, FACTS);
    }

    private ReleasePlan plan(String yaml, ReleaseOptions options, ReleaseFacts facts) {
        ConfigFile file = ConfigFile.of(".release.yaml", "project_name: hello\n\n" + yaml);
        ReleaseConfig config = ConfigLoader.load(file, List.of(ReleaseNames.SECTION, BeforeConfig.SECTION), problems);
        return new Planner(List.of(new BeforePipe()), redactor).plan(config, facts, options, problems);
    }
}
