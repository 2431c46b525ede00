package dev.jrelease.facts;

import dev.jrelease.environment.Environment;
import dev.jrelease.image.Platform;
import dev.jrelease.template.function.BranchCheck;
import dev.jrelease.template.function.FileAccess;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known before the repository is asked, and decides what it is asked.
 *
 * @param snapshot whether nothing is going to be published
 * @param now when the run began
 * @param host the machine that this runs on
 * @param files that templates may read; each is read when it is first asked for, and never again
 * @param check looks at every branch of templates, where only the configuration is known
 */
public record MachineFacts(
        Environment environment,
        boolean snapshot,
        Instant now,
        Platform host,
        FileAccess files,
        Optional<BranchCheck> check) {

    /** Those of a real release. */
    public static MachineFacts of(Environment environment, boolean snapshot, Instant now) {
        return new MachineFacts(
                environment,
                snapshot,
                now,
                Host.platform(),
                new ProjectFiles(environment.workingDirectory(), environment.home()),
                Optional.empty());
    }

    /** Those of a check. */
    static MachineFacts of(CheckedRelease kind, BranchCheck check, Environment environment, Instant now) {
        boolean snapshot = kind == CheckedRelease.SNAPSHOT;
        return new MachineFacts(environment, snapshot, now, Host.platform(), new UnknownFiles(), Optional.of(check));
    }

    /** The same in another folder, whose files are others. */
    public MachineFacts in(Environment folder) {
        return new MachineFacts(
                folder, snapshot, now, host, new ProjectFiles(folder.workingDirectory(), folder.home()), check);
    }
}
