package dev.jrelease.facts;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.git.GitRepository;
import dev.jrelease.git.GitState;
import dev.jrelease.git.GitTag;
import java.util.Optional;

/**
 * Decides whether the tag of a candidate may become another one.
 *
 * @param choice of the tag that it becomes
 */
record Promotion(Candidate asked, ReleaseTag candidate, TagChoice choice) {

    /**
     * A tag may be named by its version alone.
     *
     * @throws ReleaseException of kind GIT if the candidate has no tag; of kind USAGE if its version is none before the
     *     release
     */
    static Promotion of(VersionTags tags, Optional<NamedTag> named, Candidate asked, GitRepository repository)
            throws InterruptedException {
        ReleaseTag candidate = tags.said(asked.tag()).orElseThrow(() -> noTag(asked));
        Optional<NamedTag> inFull = named.map(
                tag -> tag.binding() ? tags.said(tag.name()).map(tag::as).orElse(tag) : tag);
        Promotion promotion = new Promotion(asked, candidate, TagChoice.make(tags, inFull, repository));
        promotion.checkVersions();
        return promotion;
    }

    private static ReleaseException noTag(Candidate asked) {
        return ReleaseException.couldNot(FailureKind.GIT, "promote " + asked.tag())
                .because("there is no tag of this version")
                .hint("name the tag that the candidate was released as; in CI, fetch the tags")
                .build();
    }

    private void checkVersions() {
        ReleaseTag release = choice.tag();
        if (release.tag().isPresent() && !isBefore(release)) {
            throw couldNot(FailureKind.USAGE)
                    .because(candidate.version() + " is no candidate of " + release.version())
                    .hint("a candidate of " + release.version().core() + " is a prerelease of it, such as "
                            + release.version().core() + "-rc.1")
                    .build();
        }
    }

    /** Images say the version of the candidate: what floating tags hold counts as the release of these numbers. */
    private boolean isBefore(ReleaseTag release) {
        return candidate.version().core().equals(release.version().core())
                && candidate.version().compareTo(release.version()) < 0;
    }

    private ReleaseException.Builder couldNot(FailureKind kind) {
        return ReleaseException.couldNot(
                kind, "promote " + candidate.name() + " to " + choice.tag().name());
    }

    /** The commit that the candidate was built from. */
    String commit() {
        return candidate.tag().map(GitTag::commit).orElseThrow();
    }

    Optional<ReleaseException> refusal(GitState state) {
        return GitStateCheck.PROMOTION.refusal(state, choice).or(() -> otherCommit(state));
    }

    private Optional<ReleaseException> otherCommit(GitState state) {
        return asked.ofAnyCommit() || commit().equals(state.commit())
                ? Optional.empty()
                : Optional.of(couldNot(FailureKind.GIT)
                        .because("the tags are at different commits: " + commit() + " and " + state.commit())
                        .hint("tag the commit of the candidate, or promote it all the same with"
                                + " --allow-different-commit")
                        .build());
    }
}
