package dev.jrelease.facts;

import dev.jrelease.environment.Environment;
import dev.jrelease.image.Platform;
import dev.jrelease.template.function.BranchCheck;
import dev.jrelease.template.function.FileAccess;
import java.time.Instant;
import java.util.Optional;

/**
 * The facts that are known before the repository is read.
 *
 * @param snapshot whether the release publishes nothing
 * @param now the start of the run
 * @param host the platform of this host
 * @param files that templates may read; each is read once
 * @param check evaluates every branch of templates, for {@code check}
 */
public record MachineFacts(
        Environment environment,
        boolean snapshot,
        Instant now,
        Platform host,
        FileAccess files,
        Optional<BranchCheck> check) {

    /** The facts of a release. */
    public static MachineFacts of(Environment environment, boolean snapshot, Instant now) {
        return new MachineFacts(
                environment,
                snapshot,
                now,
                Host.platform(),
                new ProjectFiles(environment.workingDirectory(), environment.home()),
                Optional.empty());
    }

    /** The facts of a check. */
    static MachineFacts of(CheckedRelease kind, BranchCheck check, Environment environment, Instant now) {
        boolean snapshot = kind == CheckedRelease.SNAPSHOT;
        return new MachineFacts(environment, snapshot, now, Host.platform(), new UnknownFiles(), Optional.of(check));
    }

    /** The same facts for another folder with its files. */
    public MachineFacts in(Environment folder) {
        return new MachineFacts(
                folder, snapshot, now, host, new ProjectFiles(folder.workingDirectory(), folder.home()), check);
    }
}
