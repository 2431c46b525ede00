package dev.jrelease.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.GitFacts;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.facts.SampleFacts;
import dev.jrelease.failure.Problems;
import dev.jrelease.fields.ReleaseNames;
import dev.jrelease.git.ChangedFile;
import dev.jrelease.git.GitState;
import dev.jrelease.git.GitTag;
import dev.jrelease.git.TagMessage;
import dev.jrelease.image.Digest;
import dev.jrelease.pipes.before.BeforeConfig;
import dev.jrelease.pipes.before.BeforePipe;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two plans are the same if, and only if, everything is that decides what they do. */
class PlanIdentityTest {
    private static final String YAML = """
            project_name: acme
            before:
              hooks:
                - echo one
                - echo two
            """;
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final ReleaseOptions RELEASE = ReleaseOptions.release();

    @TempDir
    Path folder;

    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void makeFiles() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "first");
        Files.writeString(folder.resolve("other.txt"), "first");
    }

    private Digest identity(String yaml) {
        return identity(yaml, UnaryOperator.identity(), RELEASE);
    }

    private Digest identity(String yaml, UnaryOperator<ReleaseFacts> change, ReleaseOptions options) {
        Environment environment = new Environment(variables, folder, folder);
        Redactor redactor = new Redactor();
        environment.secrets().forEach(redactor::learn);
        Problems problems = new Problems();
        ReleaseConfig config = ConfigLoader.load(
                new ConfigFile(".release.yaml", yaml, Optional.of(folder)),
                List.of(ReleaseNames.SECTION, BeforeConfig.SECTION),
                problems);
        ReleaseFacts facts = change.apply(SampleFacts.of(environment, NOW));
        ReleasePlan plan = new Planner(List.of(new BeforePipe()), redactor).plan(config, facts, options, problems);
        assertThat(problems.hasErrors()).as(problems.list().toString()).isFalse();
        return plan.identity().get();
    }

    private static String hook(String command) {
        return YAML + "    - " + command + "\n";
    }

    /** A configuration that says something else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "project_name: other\nbefore:\n  hooks: [echo one, echo two]\n",
                "project_name: acme\nbefore:\n  hooks: [echo two, echo one]\n",
                "project_name: acme\nbefore:\n  hooks: [echo one, echo two, 'echo {{ .Version }}']\n",
                "project_name: acme\ndist: out\nbefore:\n  hooks: [echo one, echo two]\n",
                "project_name: acme\nincludes: [more.yaml]\nbefore:\n  hooks: [echo one]\n",
            })
    void changesWithTheConfiguration(String other) throws IOException {
        Files.writeString(folder.resolve("more.yaml"), "dist: elsewhere\n");

        assertThat(identity(other)).isNotEqualTo(identity(YAML));
    }

    /** The same in other layouts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "# a remark\nproject_name: 'acme'\n\nbefore: {hooks: [echo one, \"echo two\"]}\n",
                "project_name: acme\nbefore:\n  hooks:\n  - >-\n    echo\n    one\n  - echo two\n",
            })
    void doesNotChangeWithTheLayoutOfTheFile(String other) {
        assertThat(identity(other)).isEqualTo(identity(YAML));
    }

    @Test
    void doesNotChangeWithTheLayoutOfIncludedFiles() throws IOException {
        String yaml = "includes: [{from_file: {path: more.yaml}}]\n" + YAML;
        Files.writeString(folder.resolve("more.yaml"), "dist: out");
        Digest first = identity(yaml);
        Files.writeString(folder.resolve("more.yaml"), "# where it goes\ndist: \"out\"\n");
        Digest second = identity(yaml);
        Files.writeString(folder.resolve("more.yaml"), "dist: elsewhere");

        assertThat(second).isEqualTo(first);
        assertThat(identity(yaml)).isNotEqualTo(first);
    }

    static Stream<Arguments> facts() {
        return Stream.of(
                state("commit", git -> with(git, "f".repeat(40), git.branch(), git.changes(), git.tags())),
                state("branch", git -> with(git, git.commit(), Optional.of("other"), git.changes(), git.tags())),
                state(
                        "changes",
                        git -> with(
                                git,
                                git.commit(),
                                git.branch(),
                                List.of(new ChangedFile("a", "modified")),
                                git.tags())),
                state(
                        "tags",
                        git -> with(
                                git,
                                git.commit(),
                                git.branch(),
                                git.changes(),
                                List.of(new GitTag("v1.3.0", "f".repeat(40))))),
                fact(
                        "previous tag",
                        facts -> with(
                                facts,
                                new GitFacts(
                                        facts.git().state(),
                                        Optional.of("v1.0.0"),
                                        facts.git().message(),
                                        "v1.2.3"))),
                fact(
                        "message",
                        facts -> with(
                                facts,
                                new GitFacts(
                                        facts.git().state(),
                                        facts.git().previousTag(),
                                        new TagMessage("s", "b", "other"),
                                        "v1.2.3"))));
    }

    private static Arguments fact(String name, UnaryOperator<ReleaseFacts> change) {
        return Arguments.of(name, change);
    }

    private static Arguments state(String name, UnaryOperator<GitState> change) {
        return fact(
                name,
                facts -> with(
                        facts,
                        new GitFacts(
                                change.apply(facts.git().state()),
                                facts.git().previousTag(),
                                facts.git().message(),
                                facts.git().summary())));
    }

    private static GitState with(
            GitState git, String commit, Optional<String> branch, List<ChangedFile> changes, List<GitTag> tags) {
        return new GitState(
                commit, git.shortCommit(), branch, git.commitTime(), changes, tags, git.remoteUrl(), git.shallow());
    }

    private static ReleaseFacts with(ReleaseFacts facts, GitFacts git) {
        return new ReleaseFacts(
                facts.version(),
                facts.tag(),
                facts.tagPrefix(),
                git,
                facts.sourceDate(),
                facts.premises(),
                facts.refusal(),
                facts.releases());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void changesWithTheRepository(String name, UnaryOperator<ReleaseFacts> change) {
        assertThat(identity(YAML, change, RELEASE)).isNotEqualTo(identity(YAML));
    }

    @Test
    void doesNotChangeWithTime() {
        String yaml = hook("echo {{ .Date }} {{ .Timestamp }} {{ time \"2006\" }} {{ .Now.Format \"15:04\" }}");
        UnaryOperator<ReleaseFacts> later = facts -> {
            ReleaseFacts other = SampleFacts.of(facts.environment(), NOW.plusSeconds(86_400));
            return new ReleaseFacts(
                    facts.version(),
                    facts.tag(),
                    facts.tagPrefix(),
                    facts.git(),
                    facts.sourceDate(),
                    other.premises(),
                    facts.refusal(),
                    facts.releases());
        };

        assertThat(identity(yaml, later, RELEASE)).isEqualTo(identity(yaml));
    }

    static Stream<Arguments> optionsThatCount() {
        return Stream.of(
                Arguments.of("snapshot", RELEASE.asSnapshot()),
                Arguments.of("overwrite", options(false, true, Set.of(), 4, Optional.empty())),
                Arguments.of("skip", options(false, false, Set.of("before"), 4, Optional.empty())),
                Arguments.of(
                        "allow-downgrade",
                        ReleaseOptions.builder().allowDowngrade(true).build()));
    }

    static Stream<Arguments> optionsThatDoNot() {
        return Stream.of(
                Arguments.of("clean", options(true, false, Set.of(), 4, Optional.empty())),
                Arguments.of("parallelism", options(false, false, Set.of(), 11, Optional.empty())),
                Arguments.of("timeout", options(false, false, Set.of(), 4, Optional.of(Duration.ofMinutes(3)))));
    }

    private static ReleaseOptions options(
            boolean clean, boolean overwrite, Set<String> skip, int parallelism, Optional<Duration> timeout) {
        return ReleaseOptions.builder()
                .clean(clean)
                .overwrite(overwrite)
                .skip(skip)
                .parallelism(parallelism)
                .timeout(timeout)
                .build();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optionsThatCount")
    void changesWithOptionsThatChangeTheResult(String name, ReleaseOptions options) {
        assertThat(identity(YAML, UnaryOperator.identity(), options)).isNotEqualTo(identity(YAML));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("optionsThatDoNot")
    void doesNotChangeWithOtherOptions(String name, ReleaseOptions options) {
        assertThat(identity(YAML, UnaryOperator.identity(), options)).isEqualTo(identity(YAML));
    }

    /** Each way of asking for a variable. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo {{ .Env.CHANNEL }}",
                "echo {{ index .Env \"CHANNEL\" }}",
                "echo {{ envOrDefault \"CHANNEL\" \"none\" }}",
                "echo {{ if isEnvSet \"CHANNEL\" }}{{ end }}",
                "echo {{ index .Env (printf \"%sNEL\" \"CHAN\") }}",
                "echo {{ range $name, $value := .Env }}{{ $value }}{{ end }}",
                "{cmd: 'echo {{ .Env.MORE }}', env: ['MORE={{ .Env.CHANNEL }}']}",
            })
    void changesWithVariablesThatTemplatesUse(String command) {
        variables.put("CHANNEL", "stable");
        Digest first = identity(hook(command));
        variables.put("CHANNEL", "");

        assertThat(identity(hook(command))).isNotEqualTo(first);
    }

    @Test
    void changesWhenAVariableIsSetForTheFirstTime() {
        String yaml = hook("echo {{ envOrDefault \"CHANNEL\" \"none\" }}");
        Digest first = identity(yaml);
        variables.put("CHANNEL", "none");

        assertThat(identity(yaml)).isNotEqualTo(first);
    }

    /** The run's number in a CI system, say. */
    @ParameterizedTest
    @ValueSource(strings = {"echo one", "echo {{ .Env.CHANNEL }}", "echo {{ index .Env \"CHANNEL\" }} $RUN"})
    void doesNotChangeWithOtherVariables(String command) {
        variables.put("CHANNEL", "stable");
        variables.put("RUN", "1");
        Digest first = identity(hook(command));
        variables.put("RUN", "2");

        assertThat(identity(hook(command))).isEqualTo(first);
    }

    @Test
    void doesNotChangeWithAVariableThatTheConfigurationSets() {
        String yaml = "env: [CHANNEL=stable]\n" + hook("echo {{ .Env.CHANNEL }}");
        Digest first = identity(yaml);
        variables.put("CHANNEL", "other");

        assertThat(identity(yaml)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo {{ readFile \"notes.txt\" }}",
                "echo {{ mustReadFile \"./notes.txt\" }}",
                "echo {{ len (readFile \"notes.txt\") }}"
            })
    void changesWithFilesThatTemplatesRead(String command) throws IOException {
        Digest first = identity(hook(command));
        Files.writeString(folder.resolve("other.txt"), "second");
        Digest second = identity(hook(command));
        Files.writeString(folder.resolve("notes.txt"), "third");

        assertThat(second).isEqualTo(first);
        assertThat(identity(hook(command))).isNotEqualTo(first);
    }

    /** However a secret comes into the plan: whoever guesses its value cannot check the guess. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo {{ .Env.API_TOKEN }}",
                "echo {{ .Env.API_TOKEN | toupper }}",
                "{cmd: make, env: ['UPLOAD_PASSWORD={{ .Env.API_TOKEN }}']}",
                "echo {{ readFile \"secret.txt\" }}",
            })
    void doesNotChangeWithSecrets(String command) throws IOException {
        variables.put("API_TOKEN", "jR7xQ2mK9v");
        Files.writeString(folder.resolve("secret.txt"), "login with jR7xQ2mK9v");
        Digest first = identity(hook(command));
        variables.put("API_TOKEN", "Zt4bW8nP1c");
        Files.writeString(folder.resolve("secret.txt"), "login with Zt4bW8nP1c");

        assertThat(identity(hook(command))).isEqualTo(first);
    }

    /** Also short ones, and words: these are the ones that can be guessed. */
    @ParameterizedTest
    @ValueSource(strings = {"jR7xQ2mK9v", "hunter2", "dragon", "abc"})
    void doesNotChangeWithSecretsThatStandInTheConfiguration(String secret) {
        String yaml = "env: ['DB_PASSWORD=%1$s']\nvariables: {token: '%1$s'}\n"
                + hook("{cmd: 'login --secret=%1$s', env: ['TOKEN=%1$s']}");

        assertThat(identity(yaml.formatted(secret))).isEqualTo(identity(yaml.formatted(Secret.MASK)));
    }

    @Test
    void changesWithTheTemplateThatMakesASecret() {
        variables.put("FIRST_TOKEN", "jR7xQ2mK9v");
        variables.put("SECOND_TOKEN", "Zt4bW8nP1c");

        assertThat(identity("env: ['TOKEN={{ .Env.FIRST_TOKEN }}']\n" + YAML))
                .isNotEqualTo(identity("env: ['TOKEN={{ .Env.SECOND_TOKEN }}']\n" + YAML));
    }
}
