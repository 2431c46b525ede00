package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.http.Challenge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChallengesTest {
    private static final Challenge BASIC = new Challenge("basic", Map.of("realm", "x"));
    private static final Challenge BEARER = new Challenge("bearer", Map.of("scope", "repository:a/b:pull"));

    @Test
    void prefersTokensToPasswordsInAnyOrder() {
        assertThat(Challenges.preferred(List.of(BASIC, BEARER))).hasValue(BEARER);
        assertThat(Challenges.preferred(List.of(BEARER, BASIC))).hasValue(BEARER);
        assertThat(Challenges.preferred(List.of(new Challenge("digest", Map.of()))))
                .isEmpty();
    }

    @Test
    void readsScopes() {
        assertThat(Challenges.scopes(BEARER)).isEqualTo(Scopes.pull("a/b"));
        assertThat(Challenges.scopes(BASIC)).isEqualTo(Scopes.NONE);
    }
}
