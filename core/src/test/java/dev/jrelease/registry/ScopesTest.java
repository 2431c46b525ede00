package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopesTest {

    @Test
    void areWrittenAsTheSpecificationHasThem() {
        Scopes mount = Scopes.push("acme/app").plus(Scopes.pull("acme/base"));

        assertThat(mount.texts()).containsExactly("repository:acme/app:pull,push", "repository:acme/base:pull");
    }

    @Test
    void coverWhatIsLess() {
        assertThat(Scopes.push("a").cover(Scopes.pull("a"))).isTrue();
        assertThat(Scopes.pull("a").cover(Scopes.push("a"))).isFalse();
        assertThat(Scopes.push("a").cover(Scopes.pull("b"))).isFalse();
        assertThat(Scopes.pull("a").cover(Scopes.NONE)).isTrue();
    }

    @Test
    void areReadFromAChallenge() {
        assertThat(Scopes.parse(" repository:acme/app:pull,push  registry:catalog:* ")
                        .texts())
                .containsExactly("registry:catalog:*", "repository:acme/app:pull,push");
        assertThat(Scopes.parse("")).isEqualTo(Scopes.NONE);
    }
}
