package dev.jrelease.facts;

import dev.jrelease.git.TagOrder;
import java.util.Comparator;
import java.util.Optional;

/** Which of several version tags at one commit is released. */
public sealed interface TagSort {

    /** The order in which git lists the tags. */
    TagOrder order();

    /** The ranking, highest last; empty if the first tag in git's order is taken. */
    Optional<Comparator<ReleaseTag>> ranking();

    /** Whether the previous tag of a release is a release. */
    default boolean skipsPrereleases() {
        return false;
    }

    /** The highest release, else the highest prerelease. */
    record ReleasesFirst() implements TagSort {
        @Override
        public TagOrder order() {
            return TagOrder.BY_NAME;
        }

        @Override
        public Optional<Comparator<ReleaseTag>> ranking() {
            return Optional.of((one, other) -> one.version().isPrerelease()
                            == other.version().isPrerelease()
                    ? ByPrecedence.ORDER.compare(one, other)
                    : Boolean.compare(
                            !one.version().isPrerelease(), !other.version().isPrerelease()));
        }
    }

    /** The highest version, as semantic versioning ranks them. */
    record ByPrecedence(boolean skipsPrereleases) implements TagSort {
        private static final Comparator<ReleaseTag> ORDER = (one, other) -> {
            int byVersion = one.version().compareTo(other.version());
            return byVersion != 0 ? byVersion : one.name().compareTo(other.name());
        };

        @Override
        public TagOrder order() {
            return TagOrder.BY_NAME;
        }

        @Override
        public Optional<Comparator<ReleaseTag>> ranking() {
            return Optional.of(ORDER);
        }
    }

    /** The first tag in git's order. */
    record AsGitLists(TagOrder order) implements TagSort {
        @Override
        public Optional<Comparator<ReleaseTag>> ranking() {
            return Optional.empty();
        }
    }
}
