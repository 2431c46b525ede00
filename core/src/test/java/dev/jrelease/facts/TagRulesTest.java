package dev.jrelease.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.environment.Environment;
import dev.jrelease.facts.TagSort.AsGitLists;
import dev.jrelease.facts.TagSort.ByPrecedence;
import dev.jrelease.facts.TagSort.ReleasesFirst;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.git.GitEnvironment;
import dev.jrelease.git.TagOrder;
import dev.jrelease.glob.Glob;
import dev.jrelease.glob.GlobSyntax;
import dev.jrelease.process.ProcessRunner;
import dev.jrelease.testkit.git.GitWorkspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TagRulesTest {
    private static final TagRules API = new TagRules("api/", List.of(), List.of(), new ReleasesFirst());

    private final GitWorkspace fixture;

    TagRulesTest(@TempDir Path folder) throws InterruptedException {
        this.fixture = GitWorkspace.create(folder);
    }

    @BeforeEach
    void commitSomething() throws InterruptedException {
        fixture.write("api/README.md", "# Hello").commit("Say hello");
    }

    private ReleaseFacts facts(TagRules rules) throws InterruptedException {
        return facts(rules, Optional.empty(), Map.of());
    }

    private ReleaseFacts facts(TagRules rules, Optional<String> tag, Map<String, String> variables)
            throws InterruptedException {
        Environment environment =
                GitEnvironment.of(fixture, variables).in(fixture.folder().resolve("api"));
        return new FactsReader(MachineFacts.of(environment, false, Instant.EPOCH), new ProcessRunner(environment))
                .read(new FactsRequest(tag, Path.of("dist"), rules));
    }

    private static String refusal(ReleaseFacts facts) {
        return String.valueOf(facts.refusal().map(ReleaseException::getMessage).orElseThrow());
    }

    private static TagRules ignoring(List<String> names, List<String> prefixes) {
        return new TagRules(
                "",
                names.stream().map(name -> Glob.compile(name, GlobSyntax.NAMES)).toList(),
                prefixes,
                new ReleasesFirst());
    }

    private static TagRules sorted(TagSort sort) {
        return new TagRules("", List.of(), List.of(), sort);
    }

    private void commitWith(String... tags) throws InterruptedException {
        fixture.commit(String.join(" ", tags));
        for (String tag : tags) {
            fixture.tag(tag);
        }
    }

    @Test
    void onlyTagsWithThePrefixCount() throws InterruptedException {
        commitWith("api/v1.0.0", "web/v7.0.0");
        commitWith("web/v9.0.0", "v8.0.0");
        commitWith("api/v1.1.0", "v9.9.9", "web/v9.9.9");

        ReleaseFacts facts = facts(API);

        assertThat(facts.tag()).isEqualTo("v1.1.0");
        assertThat(facts.tagPrefix()).isEqualTo("api/");
        assertThat(facts.version()).hasToString("1.1.0");
        assertThat(facts.git().previousTag()).contains("v1.0.0");
        assertThat(facts.git().summary()).isEqualTo("api/v1.1.0");
        assertThat(facts.refusal()).isEmpty();
    }

    @Test
    void aPrefixCanBeTheLetterInFrontOfTheNumbers() throws InterruptedException {
        commitWith("v1.2.3", "2.0.0");

        assertThat(facts(new TagRules("v", List.of(), List.of(), new ReleasesFirst()))
                        .tag())
                .isEqualTo("1.2.3");
    }

    @Test
    void withoutAPrefixATagOfAnotherProjectIsNoVersion() throws InterruptedException {
        commitWith("api/v1.2.3");

        assertThat(refusal(facts(TagRules.NONE))).endsWith("has no tag that is a semantic version, only api/v1.2.3");
    }

    @Test
    void saysWhatItLooksFor() throws InterruptedException {
        commitWith("web/v1.2.3");

        assertThat(refusal(facts(API)))
                .endsWith("has no tag that is a semantic version with the prefix api/, only web/v1.2.3");
        assertThat(facts(API).tag()).isEqualTo("v0.0.0");
        assertThat(facts(API).git().summary())
                .isEqualTo(facts(API).git().state().shortCommit());
    }

    @Test
    void summarizesSinceTheLastTagWithThePrefix() throws InterruptedException {
        commitWith("api/v1.0.0");
        commitWith("v5.0.0");
        fixture.commit("More");

        assertThat(facts(API).git().summary()).startsWith("api/v1.0.0-2-g");
        assertThat(facts(API).tag()).isEqualTo("v1.0.0");
    }

    @Test
    void aTagIsNamedWithItsPrefixOrWithout() throws InterruptedException {
        commitWith("api/v1.0.0", "api/v2.0.0");

        assertThat(facts(API, Optional.of("api/v1.0.0"), Map.of()).tag()).isEqualTo("v1.0.0");
        assertThat(facts(API, Optional.of("v1.0.0"), Map.of()).tag()).isEqualTo("v1.0.0");
        assertThat(facts(API, Optional.empty(), Map.of("GITHUB_REF", "refs/tags/api/v1.0.0"))
                        .tag())
                .isEqualTo("v1.0.0");
        assertThat(facts(API, Optional.empty(), Map.of("GORELEASER_CURRENT_TAG", "v1.0.0"))
                        .tag())
                .isEqualTo("v1.0.0");
        assertThat(facts(API, Optional.empty(), Map.of("GORELEASER_PREVIOUS_TAG", "api/v0.1.0"))
                        .git()
                        .previousTag())
                .contains("v0.1.0");
        assertThatThrownBy(() -> facts(API, Optional.of("web/v1.0.0"), Map.of()))
                .hasMessageContaining("'api/web/v1.0.0'");
    }

    @Test
    void refusesARunForATagOfAnotherProject() throws InterruptedException {
        commitWith("api/v1.0.0", "web/v2.0.0");

        assertThat(refusal(facts(API, Optional.empty(), Map.of("GITHUB_REF", "refs/tags/web/v2.0.0"))))
                .endsWith("GITHUB_REF names the tag web/v2.0.0, which is not a semantic version with the prefix api/");
    }

    @Test
    void ignoresTagsByNameAndPattern() throws InterruptedException {
        commitWith("v0.9.0", "v0.9.1-nightly");
        commitWith("v1.0.0", "v2.0.0", "v3.0.0-nightly.4", "v3.1.0-nightly.5");

        ReleaseFacts facts = facts(ignoring(List.of("v2.0.0", "*-nightly*"), List.of()));

        assertThat(facts.tag()).isEqualTo("v1.0.0");
        assertThat(facts.git().previousTag()).contains("v0.9.0");
        assertThat(facts(ignoring(List.of("v?.0.0"), List.of())).tag()).isEqualTo("v3.1.0-nightly.5");
        assertThat(facts(ignoring(List.of(), List.of("v2", "v3"))).tag()).isEqualTo("v1.0.0");
    }

    @Test
    void aDotInAPatternIsADot() throws InterruptedException {
        commitWith("v1.0.0", "v100");

        assertThat(facts(ignoring(List.of("v1.0"), List.of())).tag()).isEqualTo("v1.0.0");
        assertThat(facts(ignoring(List.of("v1?0*"), List.of())).refusal()).isPresent();
    }

    @Test
    void refusesARunForATagThatIsIgnored() throws InterruptedException {
        commitWith("v1.0.0", "v2.0.0");

        assertThat(refusal(facts(
                        ignoring(List.of("v2*"), List.of()),
                        Optional.empty(),
                        Map.of("GITHUB_REF", "refs/tags/v2.0.0"))))
                .endsWith("GITHUB_REF names the tag v2.0.0, which the configuration ignores");
    }

    @Test
    void sortsAsGitDoesWhereThatIsAskedFor() throws InterruptedException {
        commitWith("v1.9.0", "v1.10.0", "v1.10.0-rc.1");

        assertThat(facts(TagRules.NONE).tag()).isEqualTo("v1.10.0");
        assertThat(facts(sorted(new AsGitLists(new TagOrder("-version:refname", ""))))
                        .tag())
                .isEqualTo("v1.10.0-rc.1");
        assertThat(facts(sorted(new AsGitLists(new TagOrder("-version:refname", "-rc"))))
                        .tag())
                .isEqualTo("v1.10.0");
        assertThat(facts(sorted(new AsGitLists(new TagOrder("version:refname", ""))))
                        .tag())
                .isEqualTo("v1.9.0");
    }

    @Test
    void ranksPrereleasesOfTheNextVersionByPrecedence() throws InterruptedException {
        commitWith("v1.0.0", "v1.1.0-rc.1", "v1.1.0-rc.2");

        assertThat(facts(TagRules.NONE).tag()).isEqualTo("v1.0.0");
        assertThat(facts(sorted(new ByPrecedence(false))).tag()).isEqualTo("v1.1.0-rc.2");
    }

    @Test
    void aReleaseFollowsAReleaseWhereThatIsAskedFor() throws InterruptedException {
        commitWith("v1.0.0");
        commitWith("v1.1.0-rc.1");
        commitWith("v1.1.0");

        assertThat(facts(sorted(new ByPrecedence(false))).git().previousTag()).contains("v1.1.0-rc.1");
        assertThat(facts(sorted(new ByPrecedence(true))).git().previousTag()).contains("v1.0.0");
    }

    @Test
    void prereleasesStillFollowPrereleases() throws InterruptedException {
        commitWith("v1.1.0-rc.1");
        commitWith("v1.1.0-rc.2");

        assertThat(facts(sorted(new ByPrecedence(true))).git().previousTag()).contains("v1.1.0-rc.1");
    }
}
