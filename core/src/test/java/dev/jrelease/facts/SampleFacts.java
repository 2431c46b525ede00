package dev.jrelease.facts;

import dev.jrelease.environment.Environment;
import dev.jrelease.git.GitState;
import dev.jrelease.git.GitTag;
import dev.jrelease.git.TagMessage;
import dev.jrelease.template.function.BranchCheck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The facts of release 1.2.3 of a project called {@code project}. */
public final class SampleFacts {
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private SampleFacts() {}

    public static ReleaseFacts of(Environment environment, Instant now) {
        ReleaseFacts check = ofCheck(environment, now);
        GitState state = new GitState(
                COMMIT,
                COMMIT.substring(0, 7),
                Optional.of("main"),
                now,
                List.of(),
                List.of(new GitTag(check.tag(), COMMIT)),
                Optional.of("https://git.example.com/acme/project.git"),
                false);
        return new ReleaseFacts(
                check.version(),
                check.tag(),
                "",
                new GitFacts(
                        state,
                        Optional.of("v1.2.2"),
                        new TagMessage("subject", "body", "subject\n\nbody"),
                        check.tag()),
                now,
                MachineFacts.of(environment, false, now),
                Optional.empty(),
                check.releases());
    }

    /** The facts of a check of a release. */
    public static ReleaseFacts ofCheck(Environment environment, Instant now) {
        return ReleaseFacts.ofCheck(CheckedRelease.RELEASE, new BranchCheck(), environment, now);
    }
}
