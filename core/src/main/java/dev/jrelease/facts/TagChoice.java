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
 * Decides which tag is released.
 *
 * @param objection why this commit cannot be released as that tag
 */
record TagChoice(ReleaseTag tag, Optional<Objection> objection) {

    /**
     * Why a commit cannot be released as a tag.
     *
     * @param remedy what to do about it
     */
    record Objection(String text, String remedy) {}

    /**
     * A binding name decides; the name of a CI run does if it is a tag at HEAD.
     *
     * @throws ReleaseException of kind GIT if the binding name is not a version
     */
    static TagChoice make(VersionTags tags, Optional<NamedTag> named, GitRepository repository)
            throws InterruptedException {
        Optional<NamedTag> deciding = named.filter(tag -> tag.binding() || isVersionAtHead(tags, tag.name()));
        if (deciding.isPresent()) {
            return named(tags, deciding.get());
        }
        GitState state = tags.state();
        Optional<ReleaseTag> best = tags.at(state.commit());
        ReleaseTag tag = best.isPresent()
                ? best.get()
                : tags.last("HEAD", false, repository).orElse(ReleaseTag.none(tags.rules()));
        return new TagChoice(tag, objection(tags, best, named));
    }

    private static boolean isVersionAtHead(VersionTags tags, String name) {
        return tags.isAtHead(name) && tags.named(name).isPresent();
    }

    private static TagChoice named(VersionTags tags, NamedTag said) {
        NamedTag named = new NamedTag(tags.rules().name(said.name()), said.by(), said.binding());
        SemanticVersion version =
                tags.rules().version(named.name()).orElseThrow(() -> notAVersion(named, tags.rules()));
        Optional<Objection> objection = tags.isAtHead(named.name())
                ? Optional.empty()
                : Optional.of(new Objection(elsewhere(tags, named), remedy(tags, named)));
        return new TagChoice(new ReleaseTag(named.name(), version, tags.git(named.name())), objection);
    }

    private static String remedy(VersionTags tags, NamedTag named) {
        if (tags.git(named.name()).isPresent()) {
            return "check out the tag (git checkout " + named.name() + ")";
        }
        String other = named.name().startsWith("v") ? named.name().substring(1) : "v" + named.name();
        if (tags.git(other).isEmpty()) {
            return tagTheCommit(named.name());
        }
        String fullName = "use its full name: " + other;
        return tags.isAtHead(other) ? fullName : "check out the tag (git checkout " + other + "), and " + fullName;
    }

    private static String tagTheCommit(String tag) {
        return "tag the commit (git tag " + tag + "; in CI, fetch the tags)";
    }

    private static String elsewhere(VersionTags tags, NamedTag named) {
        return named.by() + " names the tag " + named.name() + ", which "
                + (tags.git(named.name()).isPresent() ? "is not at " + head(tags.state()) : "does not exist");
    }

    private static ReleaseException notAVersion(NamedTag named, TagRules rules) {
        return ReleaseException.couldNot(FailureKind.GIT, "take the version from the tag '" + named.name() + "'")
                .because("it is not a semantic version, and " + named.by() + " names it")
                .hint("use a tag such as " + rules.example())
                .build();
    }

    /** A CI run for one tag does not release another version at the same commit. */
    private static Optional<Objection> objection(
            VersionTags tags, Optional<ReleaseTag> found, Optional<NamedTag> proposed) {
        if (proposed.isPresent() && tags.isAtHead(proposed.get().name())) {
            String name = proposed.get().name();
            String text = proposed.get().by() + " names the tag " + name + ", which " + fault(name, tags.rules());
            return Optional.of(new Objection(text, tagTheCommit(tags.rules().example())));
        }
        return found.isEmpty()
                ? Optional.of(new Objection(
                        nothingAtHead(tags, proposed),
                        proposed.map(named -> remedy(tags, named))
                                .orElseGet(() -> tagTheCommit(tags.rules().example()))))
                : proposed.map(tag -> another(tags, tag, found.get().name()));
    }

    private static Objection another(VersionTags tags, NamedTag proposed, String atHead) {
        return new Objection(
                elsewhere(tags, proposed) + ", but " + atHead + " is",
                "check out " + proposed.name() + " (in CI, fetch the tags), or choose the tag to release: --tag "
                        + atHead);
    }

    private static String fault(String name, TagRules rules) {
        return rules.version(name).isPresent() ? "the configuration ignores" : "is not " + wanted(rules);
    }

    private static String wanted(TagRules rules) {
        return "a semantic version" + (rules.prefix().isEmpty() ? "" : " with the prefix " + rules.prefix());
    }

    private static String nothingAtHead(VersionTags tags, Optional<NamedTag> proposed) {
        List<String> others =
                tags.state().tagsAtHead().stream().map(GitTag::name).toList();
        return head(tags.state()) + " has no tag"
                + (others.isEmpty() ? "" : " that is " + wanted(tags.rules()) + ", only " + String.join(", ", others))
                + proposed.map(tag -> "; " + elsewhere(tags, tag)).orElse("");
    }

    private static String head(GitState state) {
        return "HEAD " + state.shortCommit();
    }
}
