package dev.jrelease.facts;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.git.GitRepository;
import dev.jrelease.git.GitState;
import dev.jrelease.git.GitTag;
import dev.jrelease.version.SemanticVersion;
import java.util.List;
import java.util.Optional;

/**
 * Decides which tag a release is of.
 *
 * @param objections why this commit may not be released as that tag
 */
record TagChoice(ReleaseTag tag, List<String> objections) {

    /**
     * A binding name decides; the name that a CI system proposes does if it is a tag at HEAD.
     *
     * @throws ReleaseException of kind GIT if the binding name is no version
     */
    static TagChoice make(GitState state, Optional<NamedTag> named, GitRepository repository)
            throws InterruptedException {
        Optional<NamedTag> deciding = named.filter(tag -> tag.binding() || isVersionAtHead(state, tag.name()));
        if (deciding.isPresent()) {
            return named(state, deciding.get());
        }
        Optional<ReleaseTag> highest = highest(state.tagsAtHead());
        ReleaseTag tag = highest.isPresent() ? highest.get() : last(state, repository);
        return new TagChoice(tag, objections(state, highest, named));
    }

    private static boolean isAtHead(GitState state, String name) {
        return state.tagsAtHead().stream().anyMatch(tag -> tag.name().equals(name));
    }

    private static boolean isVersionAtHead(GitState state, String name) {
        return isAtHead(state, name) && SemanticVersion.parse(name).isPresent();
    }

    private static TagChoice named(GitState state, NamedTag named) {
        SemanticVersion version = SemanticVersion.parse(named.name()).orElseThrow(() -> notAVersion(named));
        Optional<GitTag> tag = state.tag(named.name());
        List<String> objections = isAtHead(state, named.name())
                ? List.of()
                : List.of(named.by() + " names the tag " + named.name() + ", which "
                        + tag.map(elsewhere -> "is not at " + head(state)).orElse("does not exist"));
        return new TagChoice(new ReleaseTag(named.name(), version, tag), objections);
    }

    private static ReleaseException notAVersion(NamedTag named) {
        return ReleaseException.could(FailureKind.GIT, "take the version from the tag '" + named.name() + "'")
                .because("it is not a semantic version, and " + named.by() + " names it")
                .hint("name a tag such as v1.2.3 or 1.2.3-rc.1")
                .build();
    }

    /** A CI run for a tag that is no version is not a run for the version that happens to be at the same commit. */
    private static List<String> objections(GitState state, Optional<ReleaseTag> found, Optional<NamedTag> proposed) {
        Optional<String> notAVersion = proposed.filter(tag -> isAtHead(state, tag.name()))
                .map(tag -> tag.by() + " names the tag " + tag.name() + ", which is not a semantic version");
        return notAVersion
                .or(() -> found.isPresent() ? Optional.empty() : Optional.of(nothingAtHead(state, proposed)))
                .stream()
                .toList();
    }

    private static Optional<ReleaseTag> highest(List<GitTag> tags) {
        return tags.stream().map(ReleaseTag::of).flatMap(Optional::stream).max(ReleaseTag.ORDER);
    }

    /** Of several tags at the nearest tagged commit git names any. */
    private static ReleaseTag last(GitState state, GitRepository repository) throws InterruptedException {
        return repository
                .lastVersionTag("HEAD")
                .flatMap(state::tag)
                .flatMap(tag -> highest(state.tagsAt(tag.commit())))
                .orElse(ReleaseTag.NONE);
    }

    private static String nothingAtHead(GitState state, Optional<NamedTag> proposed) {
        List<String> others = state.tagsAtHead().stream().map(GitTag::name).toList();
        return head(state) + " has no tag"
                + (others.isEmpty() ? "" : " that is a semantic version, only " + String.join(", ", others))
                + proposed.map(tag -> "; " + tag.by() + " names " + tag.name() + ", which is not there")
                        .orElse("");
    }

    private static String head(GitState state) {
        return "HEAD " + state.shortCommit();
    }
}
