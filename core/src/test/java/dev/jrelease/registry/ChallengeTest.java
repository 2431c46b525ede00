package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.http.Headers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer realm=\"https://auth.example/token\",service=\"r.example\",scope=\"repository:a/b:pull\"",
                "bearer scope=\"repository:a/b:pull\", service=\"r.example\", realm=\"https://auth.example/token\"",
                "BEARER   Realm = \"https://auth.example/token\" ,  SERVICE=r.example,scope=\"repository:a/b:pull\" ",
            })
    void readsEveryOrderCaseAndSpacing(String header) {
        assertThat(Challenge.parse(header)).singleElement().satisfies(challenge -> {
            assertThat(challenge.scheme()).isEqualTo(Challenge.BEARER);
            assertThat(challenge.parameter("realm")).hasValue("https://auth.example/token");
            assertThat(challenge.parameter("service")).hasValue("r.example");
            assertThat(challenge.scopes()).isEqualTo(Scopes.pull("a/b"));
        });
    }

    @Test
    void doesWithoutServiceAndScope() {
        Challenge challenge = Challenge.parse("Bearer realm=\"https://nvcr.example/proxy_auth\"")
                .getFirst();

        assertThat(challenge.parameter("service")).isEmpty();
        assertThat(challenge.scopes()).isEqualTo(Scopes.NONE);
    }

    @Test
    void readsSeveralChallengesOfOneHeader() {
        List<Challenge> challenges = Challenge.parse(
                "Negotiate, Basic realm=\"a, b=\\\"c\\\"\", Bearer realm=\"https://auth.example\",error=x");

        assertThat(challenges)
                .containsExactly(
                        new Challenge("negotiate", Map.of()),
                        new Challenge("basic", Map.of("realm", "a, b=\"c\"")),
                        new Challenge("bearer", Map.of("realm", "https://auth.example", "error", "x")));
    }

    @Test
    void prefersTokensOverPasswordsInWhateverOrder() {
        Headers headers = Headers.of("WWW-Authenticate", "Basic realm=\"x\"")
                .with("www-authenticate", "Bearer realm=\"https://auth.example\"");

        assertThat(Challenge.preferred(Challenge.of(headers)).orElseThrow().scheme())
                .isEqualTo(Challenge.BEARER);
        assertThat(Challenge.preferred(Challenge.parse("Digest realm=\"x\""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "\"", "Bearer realm=\"", "Bearer \"x\" y=", ",,,", "Negotiate YIIB==, Basic"})
    void survivesWhatIsMalformed(String header) {
        assertThat(Challenge.parse(header))
                .allSatisfy(challenge -> assertThat(challenge.scopes()).isEqualTo(Scopes.NONE));
    }
}
