package dev.jrelease.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.git.GitEnvironment;
import dev.jrelease.process.ProcessRunner;
import dev.jrelease.testkit.git.GitWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsReaderTest {
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");
    private static final FactsRequest RELEASE = new FactsRequest(Optional.empty(), Path.of("dist"), TagRules.NONE);

    private final GitWorkspace fixture;

    FactsReaderTest(@TempDir Path folder) throws InterruptedException {
        this.fixture = GitWorkspace.create(folder);
    }

    @BeforeEach
    void commitSomething() throws InterruptedException {
        fixture.write("README.md", "# Hello").commit("Say hello");
    }

    private ReleaseFacts facts(FactsRequest request) throws InterruptedException {
        return facts(request, Map.of());
    }

    private ReleaseFacts facts(FactsRequest request, Map<String, String> variables) throws InterruptedException {
        Environment environment = GitEnvironment.of(fixture, variables);
        return reader(environment, false).read(request);
    }

    private ReleaseFacts snapshot() throws InterruptedException {
        return snapshot(Map.of());
    }

    private ReleaseFacts snapshot(Map<String, String> variables) throws InterruptedException {
        return reader(GitEnvironment.of(fixture, variables), true).read(RELEASE);
    }

    private static FactsReader reader(Environment environment, boolean snapshot) {
        return new FactsReader(MachineFacts.of(environment, snapshot, NOW), new ProcessRunner(environment));
    }

    private static FactsRequest ofTag(String tag) {
        return new FactsRequest(Optional.of(tag), Path.of("dist"), TagRules.NONE);
    }

    private static String hint(ReleaseFacts facts) {
        return facts.refusal().orElseThrow().hint().orElseThrow();
    }

    private static String refusal(ReleaseFacts facts) {
        ReleaseException refusal = facts.refusal().orElseThrow();
        assertThat(refusal.kind()).isEqualTo(FailureKind.GIT);
        assertThat(refusal.hint().orElseThrow()).endsWith("or use --snapshot");
        return Objects.requireNonNull(refusal.getMessage());
    }

    @Test
    void takesTheVersionFromTheTagAtHead() throws InterruptedException {
        fixture.tag("v1.0.0").commit("More").tag("v1.2.3-rc.1+a", "Candidate\n\nTry it");
        ReleaseFacts facts = facts(RELEASE);
        assertThat(facts.version()).hasToString("1.2.3-rc.1+a");
        assertThat(facts.tag()).isEqualTo("v1.2.3-rc.1+a");
        assertThat(facts.refusal()).isEmpty();
        assertThat(facts.git().previousTag()).contains("v1.0.0");
        assertThat(facts.git().message().subject()).isEqualTo("Candidate");
        assertThat(facts.git().summary()).isEqualTo("v1.2.3-rc.1+a");
        assertThat(facts.premises().now()).isEqualTo(NOW);
        assertThat(facts.host().os()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "v1.9.0 v1.10.0 v1.2.0, v1.10.0",
        "v1.2.3 v1.2.3-rc.1, v1.2.3",
        "v1.2.3 v1.3.0-rc.1, v1.2.3",
        "v1.3.0-rc.1 v1.3.0-rc.2, v1.3.0-rc.2",
        "v1 1.2 nightly v0.1.0, v0.1.0",
        "1.2.3 v1.2.3, v1.2.3"
    })
    void takesTheHighestOfSeveralAndReleasesBeforePrereleases(String tags, String highest) throws InterruptedException {
        for (String tag : tags.split(" ", -1)) {
            fixture.tag(tag);
        }
        assertThat(facts(RELEASE).tag()).isEqualTo(highest);
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_REF, refs/tags/v1.0.0",
        "CI_COMMIT_TAG, v1.0.0",
        "BITBUCKET_TAG, v1.0.0",
        "DRONE_TAG, v1.0.0",
        "CIRCLE_TAG, v1.0.0",
        "BUILDKITE_TAG, v1.0.0",
        "TRAVIS_TAG, v1.0.0",
        "BUILD_SOURCEBRANCH, refs/tags/v1.0.0",
        "CODEBUILD_WEBHOOK_TRIGGER, tag/v1.0.0",
        "APPVEYOR_REPO_TAG_NAME, v1.0.0",
        "SEMAPHORE_GIT_TAG_NAME, v1.0.0",
        "CIRRUS_TAG, v1.0.0",
        "BITRISE_GIT_TAG, v1.0.0",
        "GORELEASER_CURRENT_TAG, v1.0.0"
    })
    void prefersTheTagThatACiSystemRunsFor(String variable, String value) throws InterruptedException {
        fixture.tag("v1.0.0").tag("v2.0.0");
        ReleaseFacts facts = facts(RELEASE, Map.of(variable, value));
        assertThat(facts.tag()).isEqualTo("v1.0.0");
        assertThat(facts.refusal()).isEmpty();
    }

    @Test
    void readsGitHubsRefByNameWhereItIsATag() throws InterruptedException {
        fixture.tag("v1.0.0").tag("v2.0.0");
        assertThat(facts(RELEASE, Map.of("GITHUB_REF_TYPE", "tag", "GITHUB_REF_NAME", "v1.0.0"))
                        .tag())
                .isEqualTo("v1.0.0");
        assertThat(facts(RELEASE, Map.of("GITHUB_REF_TYPE", "branch", "GITHUB_REF_NAME", "v1.0.0"))
                        .tag())
                .isEqualTo("v2.0.0");
        assertThat(facts(RELEASE, Map.of("GITHUB_REF", "refs/heads/main")).tag())
                .isEqualTo("v2.0.0");
    }

    @Test
    void readsTheTagOfJenkinsOnlyThere() throws InterruptedException {
        fixture.tag("v1.0.0").tag("v2.0.0");
        assertThat(facts(RELEASE, Map.of("TAG_NAME", "v1.0.0")).tag()).isEqualTo("v2.0.0");
        assertThat(facts(RELEASE, Map.of("TAG_NAME", "v1.0.0", "JENKINS_URL", "https://ci.example.com/"))
                        .tag())
                .isEqualTo("v1.0.0");
    }

    @ParameterizedTest
    @CsvSource({
        "GITHUB_REF, refs/tags/v2.0.0, v2.0.0",
        "CI_COMMIT_TAG, v2.0.0, v2.0.0",
        "BUILD_SOURCEBRANCH, refs/tags/web/v3.0.0, web/v3.0.0"
    })
    void refusesARunForATagThatIsNotThere(String variable, String value, String named) throws InterruptedException {
        fixture.tag("v1.9.0");
        ReleaseFacts facts = facts(RELEASE, Map.of(variable, value));
        assertThat(refusal(facts))
                .endsWith(variable + " names the tag " + named + ", which does not exist, but v1.9.0 is");
        assertThat(facts.refusal().orElseThrow().hint().orElseThrow())
                .startsWith("check out " + named)
                .contains("--tag v1.9.0");
        assertThat(facts(ofTag("v1.9.0"), Map.of(variable, value)).refusal()).isEmpty();
    }

    @Test
    void refusesARunForATagThatIsElsewhere() throws InterruptedException {
        fixture.tag("v1.0.0").tag("v1").commit("More").tag("v2.0.0");
        String head = facts(RELEASE).git().state().shortCommit();
        for (String named : new String[] {"v1.0.0", "v1"}) {
            assertThat(refusal(facts(RELEASE, Map.of("CI_COMMIT_TAG", named))))
                    .endsWith("CI_COMMIT_TAG names the tag " + named + ", which is not at HEAD " + head
                            + ", but v2.0.0 is");
        }
        assertThat(snapshot(Map.of("CI_COMMIT_TAG", "v1.0.0")).refusal()).isEmpty();
    }

    @Test
    void refusesARunForATagThatIsElsewhereWhereHeadHasNone() throws InterruptedException {
        fixture.tag("v1.0.0").commit("More");
        ReleaseFacts facts = facts(RELEASE, Map.of("CI_COMMIT_TAG", "v1.0.0"));
        String head = facts.git().state().shortCommit();
        assertThat(refusal(facts))
                .endsWith("HEAD " + head + " has no tag; CI_COMMIT_TAG names the tag v1.0.0, which is not at HEAD "
                        + head);
        assertThat(hint(facts)).startsWith("check out the tag (git checkout v1.0.0)");
    }

    @Test
    void refusesARunForATagThatIsNoVersion() throws InterruptedException {
        fixture.tag("v1").tag("v1.0.0");
        ReleaseFacts facts = facts(RELEASE, Map.of("GITHUB_REF", "refs/tags/v1"));
        assertThat(refusal(facts)).endsWith("GITHUB_REF names the tag v1, which is not a semantic version");
        assertThat(facts.tag()).isEqualTo("v1.0.0");
    }

    @Test
    void prefersTheTagOfTheCommandLine() throws InterruptedException {
        fixture.tag("v1.0.0").tag("v2.0.0");
        ReleaseFacts facts = facts(ofTag("v1.0.0"), Map.of("CI_COMMIT_TAG", "v2.0.0"));
        assertThat(facts.version()).hasToString("1.0.0");
        assertThat(facts.refusal()).isEmpty();
    }

    @Test
    void refusesATagThatIsElsewhereButPlansIt() throws InterruptedException {
        fixture.tag("v1.0.0").commit("More").tag("v2.0.0");
        ReleaseFacts facts = facts(ofTag("v1.0.0"));
        assertThat(facts.version()).hasToString("1.0.0");
        assertThat(refusal(facts))
                .isEqualTo("could not release this commit: the command line names the tag v1.0.0, which is not at HEAD "
                        + facts.git().state().shortCommit());
    }

    @Test
    void refusesATagThatDoesNotExistButPlansIt() throws InterruptedException {
        ReleaseFacts facts = facts(ofTag("v3.0.0"));
        assertThat(facts.version()).hasToString("3.0.0");
        assertThat(refusal(facts)).endsWith("the command line names the tag v3.0.0, which does not exist");
        assertThat(hint(facts)).startsWith("tag the commit (git tag v3.0.0; in CI, fetch the tags)");
    }

    @Test
    void namesTheWholeTag() throws InterruptedException {
        fixture.tag("v1.0.0").commit("More").tag("v2.0.0");
        assertThat(hint(facts(ofTag("2.0.0")))).startsWith("use its full name: v2.0.0");
        assertThat(hint(facts(ofTag("1.0.0"))))
                .startsWith("check out the tag (git checkout v1.0.0), and use its full name: v1.0.0");
    }

    @Test
    void saysThatTheTagOfTheCommandLineIsNoVersion() {
        assertThatThrownBy(() -> facts(ofTag("latest")))
                .isInstanceOfSatisfying(
                        ReleaseException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(FailureKind.GIT))
                .hasMessage("could not take the version from the tag 'latest': it is not a semantic version, "
                        + "and the command line names it");
    }

    @Test
    void refusesACommitWithoutATagButPlansFromTheLastOne() throws InterruptedException {
        fixture.tag("v1.0.0")
                .commit("More")
                .tag("v1.1.0")
                .tag("v1.1.0-rc.1", "Annotated")
                .commit("Even more");
        ReleaseFacts facts = facts(RELEASE);
        String head = facts.git().state().shortCommit();
        assertThat(refusal(facts)).isEqualTo("could not release this commit: HEAD " + head + " has no tag");
        assertThat(facts.tag()).isEqualTo("v1.1.0");
        assertThat(facts.git().previousTag()).contains("v1.0.0");
        assertThat(facts.git().summary()).endsWith("-1-g" + head);
    }

    @Test
    void saysWhichTagsAtHeadAreNoVersions() throws InterruptedException {
        fixture.tag("nightly").tag("v1");
        assertThat(refusal(facts(RELEASE))).endsWith(" has no tag that is a semantic version, only nightly, v1");
    }

    @Test
    void startsFromZeroWhereThereIsNoTagYet() throws InterruptedException {
        ReleaseFacts facts = snapshot();
        assertThat(facts.version()).hasToString("0.0.0");
        assertThat(facts.tag()).isEqualTo("v0.0.0");
        assertThat(facts.git().previousTag()).isEmpty();
        assertThat(facts.git().summary()).isEqualTo(facts.git().state().shortCommit());
        assertThat(facts.refusal()).isEmpty();
    }

    @Test
    void refusesADirtyTreeAndListsTheFiles() throws InterruptedException {
        fixture.tag("v1.0.0").write("README.md", "changed").write("notes.txt", "");
        ReleaseFacts facts = facts(RELEASE);
        assertThat(refusal(facts))
                .isEqualTo(
                        "could not release this commit: files differ from the commit: " + "M README.md, ?? notes.txt");
        assertThat(facts.version()).hasToString("1.0.0");
        assertThat(facts.git().summary()).isEqualTo("v1.0.0-dirty");
    }

    @Test
    void listsTheFirstTenFilesOfMany() throws InterruptedException {
        fixture.tag("v1.0.0");
        for (int i = 10; i < 25; i++) {
            fixture.write("file" + i, "");
        }
        assertThat(refusal(facts(RELEASE))).contains("?? file19 and 5 more").doesNotContain("file20");
    }

    @Test
    void saysBothWhenTheTreeIsDirtyAndTheCommitHasNoTag() throws InterruptedException {
        fixture.write("notes.txt", "");
        assertThat(refusal(facts(RELEASE))).matches(".*: HEAD [0-9a-f]+ has no tag; files differ .*: \\?\\? notes.txt");
    }

    @Test
    void refusesNothingForASnapshot() throws InterruptedException {
        fixture.tag("v1.0.0").commit("More").write("notes.txt", "");
        assertThat(snapshot().refusal()).isEmpty();
        assertThat(snapshot().version()).hasToString("1.0.0");
    }

    @Test
    void doesNotCountResultsAsChanges() throws InterruptedException {
        fixture.tag("v1.0.0").write("dist/oci/index.json", "{}");
        assertThat(facts(RELEASE).refusal()).isEmpty();
    }

    @Test
    void datesFilesByTheVariableElseByTheCommit() throws InterruptedException {
        assertThat(snapshot().sourceDate()).isEqualTo(GitWorkspace.FIRST_COMMIT);
        assertThat(snapshot(Map.of("SOURCE_DATE_EPOCH", "86400")).sourceDate())
                .isEqualTo(Instant.parse("1970-01-02T00:00:00Z"));
        assertThatThrownBy(() -> snapshot(Map.of("SOURCE_DATE_EPOCH", "yesterday")))
                .hasMessage("could not read the variable SOURCE_DATE_EPOCH: "
                        + "'yesterday' is not a number of seconds since 1970");
    }

    @Test
    void showsNoValuesOfVariables() throws InterruptedException {
        assertThat(snapshot(Map.of("REGISTRY_TOKEN", "s3cret")).toString())
                .contains("REGISTRY_TOKEN")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux/amd64",
        "Linux, aarch64, linux/arm64",
        "Mac OS X, aarch64, darwin/arm64",
        "Mac OS X, x86_64, darwin/amd64",
        "Windows 11, amd64, windows/amd64",
        "Linux, riscv64, linux/riscv64"
    })
    void namesTheHostInGosWords(String os, String arch, String platform) {
        assertThat(Host.platform(os, arch)).hasToString(platform);
    }

    @Test
    void makesUpFactsForChecking() {
        assertThat(SampleFacts.of(GitEnvironment.of(fixture), NOW).version()).hasToString("1.2.3");
    }

    @Test
    void templatesReadFilesOfTheProject() throws InterruptedException, IOException {
        assertThat(facts(RELEASE).files().read("README.md")).asString().isEqualTo("# Hello");
    }
}
