package dev.jrelease.pipes.signs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.config.Section;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.facts.SampleFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.fields.ReleaseNames;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.PipelineRunner;
import dev.jrelease.pipeline.PlannedTasks;
import dev.jrelease.pipeline.Planner;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.pipes.Pipes;
import dev.jrelease.pipes.images.Clients;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.secret.Redactor;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignPipeTest {
    private static final Environment ENVIRONMENT = new Environment(Map.of(), Path.of("/home"), Path.of("/projects"));
    private static final ReleaseFacts FACTS = SampleFacts.of(ENVIRONMENT, Instant.parse("2026-01-02T03:04:05Z"));
    private static final String IMAGES = """
            project_name: hello
            dockers:
              - id: one
                image_templates: ["acme/one:{{ version }}", "acme/one:latest"]
              - id: two
                goarch: arm64
                image_templates: ["acme/two:{{ version }}"]
              - id: kept
                image_templates: ["acme/kept:{{ version }}"]
                skip_push: true
            docker_manifests:
              - id: both
                name_template: "acme/both:{{ version }}"
                image_templates: ["acme/one:{{ version }}", "acme/two:{{ version }}"]
            """;
    private static final int LINES = (int) IMAGES.lines().count();

    private final Problems problems = new Problems();
    private final Redactor redactor = new Redactor();
    private final Clients clients = Clients.of(ENVIRONMENT, redactor);
    private final List<Pipe<?, ?>> pipes = Pipes.standard(clients);

    @Test
    void plansOneCommandForEachNameThatIsPublished() {
        ReleasePlan plan = plan("docker_signs: [{artifacts: all}]");

        assertThat(problems.list()).isEmpty();
        assertThat(plan.text()).contains("""

                sign
                  default  acme/one:1.2.3  by the digest that was pushed
                      cosign sign --key=cosign.key acme/one:1.2.3@sha256:… --yes
                  default  acme/one:latest  by the digest that was pushed
                      cosign sign --key=cosign.key acme/one:latest@sha256:… --yes
                  default  acme/two:1.2.3  by the digest that was pushed
                      cosign sign --key=cosign.key acme/two:1.2.3@sha256:… --yes
                  default  acme/both:1.2.3  by the digest that was pushed
                      cosign sign --key=cosign.key acme/both:1.2.3@sha256:… --yes
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "artifacts: images ! acme/one:1.2.3 acme/one:latest acme/two:1.2.3",
                "artifacts: manifests ! acme/both:1.2.3",
                "artifacts: none ! ''",
                "artifacts: all, ids: [two, both] ! acme/two:1.2.3 acme/both:1.2.3",
                "artifacts: images, if: '{{ contains .ArtifactName \"latest\" }}' ! acme/one:latest",
            })
    void selectsByKindAndIdAndCondition(String entry, String names) {
        ReleasePlan plan = plan("docker_signs: [{" + entry + "}]");

        assertThat(problems.list()).isEmpty();
        assertThat(PlannedTasks.of(plan, SignTask.class))
                .extracting(task -> task.name().text())
                .containsExactly(names.isEmpty() ? new String[0] : names.split(" ", -1));
    }

    @Test
    void fillsInVariablesAndTemplates() {
        JsonNode task = json("""
                env: [STORE=vault]
                docker_signs:
                  - id: mine
                    cmd: notation
                    args:
                      - ${artifact}
                      - "${artifactName} $artifactID ${digest} {{ .Env.digest }}"
                      - "$artifact@$digest"
                      - "--key={{ .Env.STORE }}/$STORE/${MORE}/{{ .Version }}"
                      - "${signature} ${certificate}"
                    artifacts: manifests
                    env: ["MORE={{ .Env.STORE }}-2"]
                    stdin_file: password.txt
                    signature: "${artifactID}.sig"
                    certificate: dist/{{ .ArtifactName }}.pem
                    output: true
                """);

        assertThat(problems.list()).isEmpty();
        assertThat(Json.pretty(task)).isEqualTo("""
                {
                  "id" : "mine",
                  "artifact" : "acme/both:1.2.3",
                  "cmd" : [
                    "notation",
                    "acme/both:1.2.3@sha256:…",
                    "acme/both:1.2.3 both sha256:… sha256:…",
                    "acme/both:1.2.3@sha256:…",
                    "--key=vault/vault/vault-2/1.2.3",
                    "dist/both.sig dist/acme/both:1.2.3.pem"
                  ],
                  "env" : {
                    "MORE" : "vault-2"
                  },
                  "stdin_file" : "password.txt",
                  "signature" : "dist/both.sig",
                  "certificate" : "dist/acme/both:1.2.3.pem",
                  "output" : true
                }""");
    }

    @Test
    void showsNoSecret() {
        ReleasePlan plan = plan("""
                docker_signs:
                  - artifacts: manifests
                    args: ["--password", "{{ .Env.SIGN_PASSWORD }}", "${SIGN_PASSWORD}", third-secret]
                    env: ["SIGN_PASSWORD=first-secret"]
                    stdin: third-secret
                """);

        assertThat(redactor.redact(plan.text()))
                .contains("--password *** *** ***", "with SIGN_PASSWORD=***", "reads ***")
                .doesNotContain("-secret");
        assertThat(Json.text(plan.json(redactor)))
                .contains("\"cmd\":[\"cosign\",\"--password\",\"***\",\"***\",\"***\"]", "\"stdin\":\"***\"")
                .doesNotContain("-secret");
    }

    @Test
    void findsMistakes() {
        plan("""
                docker_signs:
                  - {artifacts: manifest, args: ["{{ .Verson }}"]}
                  - {id: default, artifacts: all, stdin: "{{ .Tga }}", if: maybe}
                  - {id: x, artifacts: all, env: [A], outputs: x}
                """, ReleaseOptions.release(), SampleFacts.ofCheck(ENVIRONMENT, Instant.EPOCH));

        assertThat(said())
                .containsExactly(
                        "2:17: 'manifest' cannot be signed (did you mean manifests?)",
                        "2:38: 'Verson' is not known here (did you mean Version?)",
                        "3:10: the id default is also the id of the entry in line 16 (rename one of them)",
                        "3:46: 'Tga' is not known here (did you mean Tag?)",
                        "3:60: 'maybe' is neither true nor false (write true or false, or a template that gives one of"
                                + " them)",
                        "4:35: 'A' is not of the form NAME=value",
                        "4:39: unknown key 'outputs' (did you mean output?)");
    }

    @Test
    void saysWhatIsNeverSigned() {
        plan("""
                docker_signs:
                  - {id: a, artifacts: all, ids: [one, tow, kept]}
                  - {id: b}
                  - {id: c, artifacts: manifests, ids: [one]}
                """);

        assertThat(said())
                .containsExactly(
                        "2:40: warning: no entry called tow publishes anything to sign (did you mean two?)",
                        "2:45: warning: no entry called kept publishes anything to sign"
                                + " (use the id of an entry whose names are pushed)",
                        "3:5: warning: the entry selects no published name (artifacts: all signs everything)",
                        "4:5: warning: the entry selects no published name (artifacts: all signs everything)");
    }

    @Test
    void signsNothingThatIsNotPublished() {
        String yaml = "docker_signs: [{artifacts: all}]";

        assertThat(plan(yaml, ReleaseOptions.release().asSnapshot(), FACTS).text())
                .contains("sign: skipped, nothing is published");
        assertThat(PlannedTasks.of(plan(yaml, without("publish"), FACTS), SignTask.class))
                .isEmpty();
        assertThat(PlannedTasks.of(plan(yaml, without("docker"), FACTS), SignTask.class))
                .isEmpty();
        assertThat(plan(yaml, without("sign"), FACTS).text()).contains("sign: skipped, --skip=sign");
        assertThat(plan("", ReleaseOptions.release().asSnapshot(), FACTS).text())
                .doesNotContain("sign");
    }

    @Test
    void stopsAReleaseBeforeItBegins() {
        ReleaseConfig config = load("docker_signs: [{artifacts: all}]");
        ReleasePlan plan = new Planner(pipes, redactor).plan(config, FACTS, ReleaseOptions.release(), problems);
        ReleasePlan signsOnly = new ReleasePlan(
                plan.projectName(),
                plan.version(),
                plan.config(),
                plan.facts(),
                plan.options(),
                plan.pipes().stream()
                        .filter(planned -> planned.pipe() instanceof SignPipe)
                        .toList(),
                plan.identity());

        assertThat(new PipelineRunner(signsOnly, ENVIRONMENT, new ReleaseEvents((_, _) -> {}))
                        .run()
                        .failure()
                        .orElseThrow())
                .hasMessage(
                        "could not make the signatures of docker_signs: jrelease plans signatures, but does not make them yet")
                .hasNoSuppressedExceptions();
    }

    /** {@code line:column message} of every problem; lines are counted from those of the signatures. */
    private List<String> said() {
        return problems.list().stream()
                .map(problem -> (problem.location().line() - LINES)
                        + problem.toString().replaceFirst("^.release.yaml:\\d+", ""))
                .toList();
    }

    private JsonNode json(String yaml) {
        return plan(yaml).json(redactor).path("docker_signs").path(0);
    }

    private static ReleaseOptions without(String word) {
        return ReleaseOptions.builder().skip(Set.of(word)).build();
    }

    private ReleasePlan plan(String yaml) {
        return plan(yaml, ReleaseOptions.release(), FACTS);
    }

    private ReleasePlan plan(String yaml, ReleaseOptions options, ReleaseFacts facts) {
        return new Planner(pipes, redactor).plan(load(yaml), facts, options, problems);
    }

    private ReleaseConfig load(String yaml) {
        List<Section<?>> sections = new ArrayList<>(List.of(ReleaseNames.SECTION));
        pipes.stream().map(Pipe::section).distinct().forEach(sections::add);
        return ConfigLoader.load(ConfigFile.of(".release.yaml", IMAGES + yaml), sections, problems);
    }

    @AfterEach
    void close() {
        clients.close();
    }
}
