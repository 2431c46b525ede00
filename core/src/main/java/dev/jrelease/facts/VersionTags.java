package dev.jrelease.facts;

import dev.jrelease.git.GitRepository;
import dev.jrelease.git.GitState;
import dev.jrelease.git.GitTag;
import dev.jrelease.version.SemanticVersion;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The tags of a repository that are versions of this project, in git's order. */
record VersionTags(GitState state, TagRules rules, List<ReleaseTag> all) {

    static VersionTags of(GitState state, TagRules rules) {
        return new VersionTags(
                state,
                rules,
                state.tags().stream().flatMap(tag -> rules.read(tag).stream()).toList());
    }

    /** The tag that is released at a commit, whose name is full. */
    Optional<ReleaseTag> at(String commit) {
        return all.stream()
                .filter(tag ->
                        tag.tag().filter(git -> git.commit().equals(commit)).isPresent())
                .reduce(this::better);
    }

    Optional<ReleaseTag> named(String name) {
        return all.stream().filter(tag -> tag.name().equals(name)).findFirst();
    }

    /** The tag of a version that a person names, by the tag's name or by the version alone. */
    Optional<ReleaseTag> said(String text) {
        String name = rules.name(text);
        return versions(tag -> tag.name().equals(name))
                .or(() -> rules.version(name)
                        .flatMap(version ->
                                versions(tag -> rules.version(tag.name()).equals(Optional.of(version)))));
    }

    private Optional<ReleaseTag> versions(Predicate<GitTag> which) {
        return state.tags().stream()
                .filter(which)
                .flatMap(
                        tag -> rules
                                .version(tag.name())
                                .map(version -> new ReleaseTag(tag.name(), version, Optional.of(tag)))
                                .stream())
                .findFirst();
    }

    Optional<GitTag> git(String name) {
        return state.tags().stream().filter(tag -> tag.name().equals(name)).findFirst();
    }

    boolean isAtHead(String name) {
        return state.tagsAtHead().stream().anyMatch(tag -> tag.name().equals(name));
    }

    /** The last version's tag at or before a commit, which need not exist. */
    Optional<ReleaseTag> last(String from, boolean releasesOnly, GitRepository repository) throws InterruptedException {
        return repository
                .nearestTag(
                        from,
                        onePerCommit(tag -> !releasesOnly || !tag.version().isPrerelease()))
                .flatMap(this::named);
    }

    private Collection<GitTag> onePerCommit(Predicate<ReleaseTag> counts) {
        Map<String, ReleaseTag> best = new LinkedHashMap<>();
        all.stream()
                .filter(counts)
                .forEach(tag -> tag.tag().ifPresent(git -> best.merge(git.commit(), tag, this::better)));
        return best.values().stream().flatMap(tag -> tag.tag().stream()).toList();
    }

    private ReleaseTag better(ReleaseTag first, ReleaseTag second) {
        return rules.sort()
                .ranking()
                .filter(order -> order.compare(second, first) > 0)
                .map(order -> second)
                .orElse(first);
    }

    List<SemanticVersion> versions() {
        return all.stream().map(ReleaseTag::version).toList();
    }
}
