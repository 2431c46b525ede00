package dev.jrelease.facts;

import dev.jrelease.environment.Environment;
import dev.jrelease.image.Platform;
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
 * @param invention how facts are made up, if they are those of no real release
 */
public record Premises(
        Environment environment,
        boolean snapshot,
        Instant now,
        Platform host,
        FileAccess files,
        Optional<Invention> invention) {

    /** Those of a real release. */
    public static Premises of(Environment environment, boolean snapshot, Instant now) {
        return new Premises(
                environment,
                snapshot,
                now,
                Host.platform(),
                new ProjectFiles(environment.workingDirectory(), environment.home()),
                Optional.empty());
    }

    static Premises of(Invention invention, Environment environment, Instant now) {
        boolean snapshot = invention.kind() == Invention.Kind.SNAPSHOT;
        return new Premises(
                environment, snapshot, now, Host.platform(), new MadeUpFiles(invention), Optional.of(invention));
    }

    /** The same in another folder, whose files are others. */
    public Premises in(Environment folder) {
        return new Premises(
                folder, snapshot, now, host, new ProjectFiles(folder.workingDirectory(), folder.home()), invention);
    }

    Premises at(Instant time) {
        return new Premises(environment, snapshot, time, host, files, invention);
    }
}
