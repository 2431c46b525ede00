package dev.jrelease.facts;

import dev.jrelease.environment.Environment;
import dev.jrelease.template.function.FileAccess;
import java.util.Optional;

/**
 * What is known before the repository is asked, and decides what it is asked.
 *
 * @param files that templates may read; each is read when it is first asked for, and never again
 * @param invention how facts are made up, if they are those of no real release
 */
public record Premises(Environment environment, FileAccess files, Optional<Invention> invention) {

    /** Those of a real release. */
    public static Premises of(Environment environment) {
        return new Premises(
                environment, new ProjectFiles(environment.workingDirectory(), environment.home()), Optional.empty());
    }

    static Premises of(Invention invention, Environment environment) {
        return new Premises(environment, new MadeUpFiles(invention), Optional.of(invention));
    }
}
