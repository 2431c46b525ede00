package dev.jrelease.facts;

import dev.jrelease.template.function.Inspection;
import dev.jrelease.version.SemanticVersion;
import java.util.Optional;

/**
 * How facts are made up that no repository and no environment gave.
 *
 * @param inspection told of every guess
 */
public record Invention(Kind kind, Guess guess, Inspection inspection) {

    /** What is made up. */
    public enum Kind {
        RELEASE(""),
        PRERELEASE("rc.1"),
        SNAPSHOT("");

        private final String prerelease;

        Kind(String prerelease) {
            this.prerelease = prerelease;
        }

        SemanticVersion version() {
            return new SemanticVersion(1, 2, 3, prerelease, "");
        }
    }

    /** The value of an environment variable, or of another thing of this name. */
    public String value(String name) {
        inspection.guess();
        return guess.of(name);
    }

    /** The value of what does not have to be there; the first guess is that it is not. */
    public Optional<String> valueIfAny(String name) {
        inspection.guess();
        return Optional.of(guess.of(name)).filter(text -> !guess.equals(Guess.NAME));
    }
}
