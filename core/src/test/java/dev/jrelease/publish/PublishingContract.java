package dev.jrelease.publish;

import org.junit.jupiter.api.Nested;

/** All that publishing promises, with one kind of repositories. */
abstract class PublishingContract {
    abstract TestRepositories repositories();

    @Nested
    class Steps extends TransactionContract {
        Steps() {
            super(repositories());
        }
    }

    @Nested
    class FloatingTags extends FloatingTagsContract {
        FloatingTags() {
            super(repositories());
        }
    }

    @Nested
    class TakingBack extends TakeBackContract {
        TakingBack() {
            super(repositories());
        }
    }

    @Nested
    class StoppedRuns extends StoppedRunsContract {
        StoppedRuns() {
            super(repositories());
        }
    }
}
