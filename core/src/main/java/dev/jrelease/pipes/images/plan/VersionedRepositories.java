package dev.jrelease.pipes.images.plan;

import dev.jrelease.git.GitState;
import dev.jrelease.image.ImageReference;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.template.Template;
import dev.jrelease.text.LinearPattern;
import dev.jrelease.text.SearchPattern;
import java.util.List;
import java.util.stream.Stream;

/** Warns of names whose repository, and not only the tag, is another one for each version: often a colon is missing. */
final class VersionedRepositories {
    private final Planning planning;
    private final List<SearchPattern> releases;

    VersionedRepositories(Planning planning) {
        this.planning = planning;
        GitState state = planning.facts().git().state();
        this.releases = Stream.of(planning.version(), state.commit(), state.shortCommit())
                .filter(word -> !word.isEmpty())
                .map(word -> SearchPattern.of("(?<![0-9])" + LinearPattern.quote(word) + "(?![0-9])"))
                .toList();
    }

    /** What a file says in so many words does not change from version to version. */
    void report(ImageReference name, Template template) {
        boolean versioned =
                !template.isLiteral() && releases.stream().anyMatch(release -> release.isIn(name.repository()));
        if (versioned) {
            planning.problems()
                    .warning(
                            template.location(),
                            "'" + template + "' makes a new repository for each version",
                            "what differs from version to version stands in the tag, behind a colon");
        }
    }
}
