package dev.jrelease.http;

import static org.assertj.core.api.Assertions.assertThat;

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
            assertThat(challenge.scheme()).isEqualTo("bearer");
            assertThat(challenge.parameter("realm")).hasValue("https://auth.example/token");
            assertThat(challenge.parameter("service")).hasValue("r.example");
            assertThat(challenge.parameter("scope")).hasValue("repository:a/b:pull");
        });
    }

    @Test
    void doesWithoutServiceAndScope() {
        Challenge challenge = Challenge.parse("Bearer realm=\"https://nvcr.example/proxy_auth\"")
                .getFirst();

        assertThat(challenge.parameter("service")).isEmpty();
        assertThat(challenge.parameter("scope")).isEmpty();
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
    void readsSeveralHeaders() {
        Headers headers = Headers.EMPTY
                .with("WWW-Authenticate", "Basic realm=\"x\"")
                .with("www-authenticate", "Bearer realm=\"https://auth.example\"");

        assertThat(Challenge.of(headers)).extracting(Challenge::scheme).containsExactly("basic", "bearer");
    }

    @Test
    void readsHeadersOfAnyLength() {
        String quoted = "\\\"a".repeat(500_000);

        assertThat(Challenge.parse("Bearer realm=\"" + quoted + "\""))
                .singleElement()
                .satisfies(challenge -> assertThat(challenge.parameter("realm")).hasValue("\"a".repeat(500_000)));
        assertThat(Challenge.parse("Basic realm=x" + ", a=b".repeat(100_000))).hasSize(1);
        assertThat(Challenge.parse("a".repeat(1_000_000) + " b=\"")).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "=", "\"", "Bearer realm=\"", "Bearer \"x\" y=", ",,,", "Negotiate YIIB==, Basic"})
    void survivesWhatIsMalformed(String header) {
        assertThat(Challenge.parse(header))
                .allSatisfy(
                        challenge -> assertThat(challenge.parameter("scope")).isEmpty());
    }
}
