package dev.jrelease.facts;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.git.ChangedFile;
import dev.jrelease.git.GitState;
import dev.jrelease.git.GitTag;
import dev.jrelease.git.TagMessage;
import dev.jrelease.image.Platform;
import dev.jrelease.template.function.BranchCheck;
import dev.jrelease.template.function.FileAccess;
import dev.jrelease.template.function.Releases;
import dev.jrelease.version.SemanticVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All inputs of a plan besides the configuration and the options, read once.
 *
 * @param version of the tag; for a snapshot, the one that its own version starts from
 * @param tag of the version: at HEAD, or the last one before it, or {@code v0.0.0}; without its prefix
 * @param tagPrefix the prefix of the project's tags
 * @param sourceDate the time of files and images: {@code SOURCE_DATE_EPOCH}, else that of the commit
 * @param refusal why this commit cannot be released, although it can be planned; never for a snapshot
 * @param releases the other versions, from the repository's tags
 */
public record ReleaseFacts(
        SemanticVersion version,
        String tag,
        String tagPrefix,
        GitFacts git,
        Instant sourceDate,
        MachineFacts premises,
        Optional<ReleaseException> refusal,
        Releases releases) {

    public boolean snapshot() {
        return premises.snapshot();
    }

    /** The full hash of the commit that is released. */
    public String commit() {
        return git.state().commit();
    }

    /** The machine that this runs on. */
    public Platform host() {
        return premises.host();
    }

    public Environment environment() {
        return premises.environment();
    }

    public FileAccess files() {
        return premises.files();
    }

    /** Whether these are the facts of a check, where only the configuration is known. */
    public boolean isCheck() {
        return premises.check().isPresent();
    }

    /**
     * Facts for a check: version and commit are examples, and names that depend on the repository are unknown to
     * templates.
     */
    public static ReleaseFacts ofCheck(CheckedRelease kind, BranchCheck check, Environment environment, Instant now) {
        String tag = "v" + kind.version();
        String commit = "0123456789abcdef0123456789abcdef01234567";
        GitState state = new GitState(
                commit,
                commit.substring(0, 7),
                Optional.empty(),
                now,
                List.<ChangedFile>of(),
                List.of(new GitTag(tag, commit)),
                Optional.empty(),
                false);
        return new ReleaseFacts(
                kind.version(),
                tag,
                "",
                new GitFacts(state, Optional.of("v1.2.2"), TagMessage.NONE, tag),
                now,
                MachineFacts.of(kind, check, environment, now),
                Optional.empty(),
                line -> kind == CheckedRelease.RELEASE);
    }
}
