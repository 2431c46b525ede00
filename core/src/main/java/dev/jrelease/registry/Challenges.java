package dev.jrelease.registry;

import dev.jrelease.http.Challenge;
import java.util.List;
import java.util.Optional;

/** The meaning of a registry's challenges. */
final class Challenges {
    static final String BASIC = "basic";
    static final String BEARER = "bearer";

    private Challenges() {}

    /** The challenge to answer: bearer is preferred, because fewer servers then see the password. */
    static Optional<Challenge> preferred(List<Challenge> challenges) {
        return first(challenges, BEARER).or(() -> first(challenges, BASIC));
    }

    private static Optional<Challenge> first(List<Challenge> challenges, String scheme) {
        return challenges.stream()
                .filter(challenge -> challenge.scheme().equals(scheme))
                .findFirst();
    }

    /** The scopes of the challenge; empty if the client chooses them. */
    static Scopes scopes(Challenge challenge) {
        return challenge.parameter("scope").map(Scopes::parse).orElse(Scopes.NONE);
    }
}
