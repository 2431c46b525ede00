package dev.jrelease.registry;

import dev.jrelease.http.Challenge;
import java.util.List;
import java.util.Optional;

/** What a registry's challenges mean for its client. */
final class Challenges {
    static final String BASIC = "basic";
    static final String BEARER = "bearer";

    private Challenges() {}

    /** The one to answer: fewer servers see a token than a password. */
    static Optional<Challenge> preferred(List<Challenge> challenges) {
        return first(challenges, BEARER).or(() -> first(challenges, BASIC));
    }

    private static Optional<Challenge> first(List<Challenge> challenges, String scheme) {
        return challenges.stream()
                .filter(challenge -> challenge.scheme().equals(scheme))
                .findFirst();
    }

    /** The scopes that the server names; none if it leaves them to the client. */
    static Scopes scopes(Challenge challenge) {
        return challenge.parameter("scope").map(Scopes::parse).orElse(Scopes.NONE);
    }
}
