package dev.jrelease.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.environment.Environment;
import dev.jrelease.facts.TagSort.ReleasesFirst;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.git.GitEnvironment;
import dev.jrelease.glob.Glob;
import dev.jrelease.glob.GlobSyntax;
import dev.jrelease.process.ProcessRunner;
import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which tags may become which. */
class PromotionTest {
    private final GitWorkspace workspace;

    PromotionTest(@TempDir Path folder) throws InterruptedException {
        this.workspace = GitWorkspace.create(folder);
    }

    @BeforeEach
    void commit() throws InterruptedException {
        workspace.commit("First").tag("v1.2.3-rc.1").tag("v1.2.3", "an annotated one");
    }

    @ParameterizedTest
    @CsvSource({"1.2.3-rc.1, 1.2.3", "v1.2.3-rc.1, v1.2.3", "1.2.3-rc.1, v1.2.3", "v1.2.3-rc.1, "})
    void aTagIsNamedByItselfOrByItsVersion(String candidate, String release) throws InterruptedException {
        PromotedFacts facts = promoted(TagRules.NONE, candidate, Optional.ofNullable(release));

        assertThat(facts.candidate().tag()).isEqualTo("v1.2.3-rc.1");
        assertThat(facts.candidate().version()).hasToString("1.2.3-rc.1");
        assertThat(facts.release().tag()).isEqualTo("v1.2.3");
        assertThat(facts.release().refusal()).isEmpty();
    }

    @Test
    void aCandidateMayBeATagThatReleasesIgnore() throws InterruptedException {
        TagRules rules =
                new TagRules("", List.of(Glob.compile("*-rc*", GlobSyntax.NAMES)), List.of(), new ReleasesFirst());

        assertThat(promoted(rules, "1.2.3-rc.1", Optional.of("1.2.3"))
                        .candidate()
                        .tag())
                .isEqualTo("v1.2.3-rc.1");
    }

    @Test
    void aPrefixIsLeftOut() throws InterruptedException {
        workspace.tag("api/v2.0.0-rc.1").tag("api/v2.0.0");
        TagRules rules = new TagRules("api/", List.of(), List.of(), new ReleasesFirst());

        PromotedFacts facts = promoted(rules, "2.0.0-rc.1", Optional.of("2.0.0"));

        assertThat(facts.candidate().tag()).isEqualTo("v2.0.0-rc.1");
        assertThat(facts.release().tag()).isEqualTo("v2.0.0");
        assertThatThrownBy(() -> promoted(rules, "1.2.3-rc.1", Optional.of("2.0.0")))
                .hasMessage("could not promote 1.2.3-rc.1: there is no tag of this version");
    }

    @Test
    void aCandidateOfAnotherCommitHasItsOwnFacts() throws InterruptedException {
        String first = workspace.head();
        workspace.commit("Second").git("tag", "--force", "v1.2.3");

        PromotedFacts facts = promoted(TagRules.NONE, new Candidate("1.2.3-rc.1", true), Optional.of("1.2.3"));

        assertThat(facts.candidate().commit()).isEqualTo(first);
        assertThat(facts.candidate().git().state().shortCommit()).isEqualTo(first.substring(0, 7));
        assertThat(facts.candidate().sourceDate()).isEqualTo(GitWorkspace.FIRST_COMMIT);
        assertThat(facts.release().commit()).isEqualTo(workspace.head());
        assertThat(facts.release().sourceDate()).isEqualTo(GitWorkspace.FIRST_COMMIT.plus(Duration.ofHours(1)));
        assertThat(facts.release().refusal()).isEmpty();
    }

    @Test
    void tagsOfDifferentCommitsAreRefused() throws InterruptedException {
        String first = workspace.head();
        workspace.commit("Second").git("tag", "--force", "v1.2.3");

        assertThat(refusal("1.2.3"))
                .isEqualTo("could not promote v1.2.3-rc.1 to v1.2.3: the tags are at different commits: " + first
                        + " and " + workspace.head());
    }

    @Test
    void theCommitOfTheReleaseHasToBeCheckedOut() throws InterruptedException {
        workspace.commit("Second");

        assertThat(refusal("1.2.3")).contains("names the tag v1.2.3, which is not at HEAD");
        assertThat(refusal("1.2.4")).contains("names the tag 1.2.4, which does not exist");
    }

    @Test
    void filesThatDifferFromTheCommitAreRefused() throws InterruptedException {
        workspace.write("new.txt", "words");

        assertThat(refusal("1.2.3")).contains("files differ from the commit: ?? new.txt");
    }

    @ParameterizedTest
    @CsvSource({"1.2.3-rc.1, 1.3.0", "1.2.3, 1.2.3", "1.2.3-rc.1, 1.2.3-beta.1", "1.2.2, 1.2.3"})
    void onlyAnEarlierPrereleaseOfTheSameNumbersIsACandidate(String candidate, String release)
            throws InterruptedException {
        workspace.tag("v1.3.0").tag("v1.2.3-beta.1").tag("v1.2.2");

        assertThatThrownBy(() -> promoted(TagRules.NONE, candidate, Optional.of(release)))
                .hasMessage("could not promote v" + candidate + " to v" + release + ": " + candidate
                        + " is no candidate of " + release);
    }

    private String refusal(String release) throws InterruptedException {
        ReleaseFacts facts =
                promoted(TagRules.NONE, "1.2.3-rc.1", Optional.of(release)).release();
        return String.valueOf(facts.refusal().map(ReleaseException::getMessage).orElseThrow());
    }

    private PromotedFacts promoted(TagRules rules, String candidate, Optional<String> release)
            throws InterruptedException {
        return promoted(rules, new Candidate(candidate, false), release);
    }

    private PromotedFacts promoted(TagRules rules, Candidate candidate, Optional<String> release)
            throws InterruptedException {
        Environment environment = GitEnvironment.of(workspace, Map.of());
        return new FactsReader(MachineFacts.of(environment, false, Instant.EPOCH), new ProcessRunner(environment))
                .promoted(new FactsRequest(release, Path.of("dist"), rules), candidate);
    }
}
