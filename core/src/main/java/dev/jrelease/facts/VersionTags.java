package dev.jrelease.facts;

import dev.jrelease.git.GitRepository;
import dev.jrelease.git.GitState;
import dev.jrelease.git.GitTag;
import dev.jrelease.git.TagSearch;
import dev.jrelease.version.SemanticVersion;
import java.util.List;
import java.util.Optional;

/** The versions of this project among a repository's tags, in git's order. */
record VersionTags(GitState state, TagRules rules, List<ReleaseTag> all) {

    static VersionTags of(GitState state, TagRules rules) {
        return new VersionTags(
                state,
                rules,
                state.tags().stream().flatMap(tag -> rules.read(tag).stream()).toList());
    }

    /** The one that counts of those at a commit, which is named in full. */
    Optional<ReleaseTag> at(String commit) {
        List<ReleaseTag> here = all.stream()
                .filter(tag ->
                        tag.tag().filter(git -> git.commit().equals(commit)).isPresent())
                .toList();
        return rules.sort()
                .ranking()
                .map(order -> here.stream().max(order))
                .orElse(here.stream().findFirst());
    }

    Optional<ReleaseTag> named(String name) {
        return all.stream().filter(tag -> tag.name().equals(name)).findFirst();
    }

    Optional<GitTag> git(String name) {
        return state.tags().stream().filter(tag -> tag.name().equals(name)).findFirst();
    }

    boolean isAtHead(String name) {
        return state.tagsAtHead().stream().anyMatch(tag -> tag.name().equals(name));
    }

    /** The last one before a commit, or at it, which need not exist. */
    Optional<ReleaseTag> last(String from, boolean releasesOnly, GitRepository repository) throws InterruptedException {
        TagSearch search = rules.search(state.tags(), releasesOnly);
        Optional<ReleaseTag> nearest = repository.nearestTag(from, search).flatMap(this::named);
        return nearest.flatMap(ReleaseTag::tag)
                .flatMap(tag -> at(tag.commit()))
                .filter(best -> !releasesOnly || !best.version().isPrerelease())
                .or(() -> nearest);
    }

    List<SemanticVersion> versions() {
        return all.stream().map(ReleaseTag::version).toList();
    }
}
