package dev.jrelease.pipes.images.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardsTest {

    @ParameterizedTest
    @CsvSource({
        "'conf/*.{toml,yaml}', conf/app.yaml, true",
        "'conf/*.{toml,yaml}', conf/app.json, false",
        "'{a,{b,c}d}/x', cd/x, true",
        "'{a,b', '{a,b', false",
        "[!a]b, cb, true",
        "[!a]b, ab, false",
        "x[!a]b, x/b, false",
        "app/**, app/a/b, true",
        "**/*.so, libx.so, true",
        "**/*.so, a/b/libx.so, true",
        "a}, a}, true",
    })
    void globsHaveChoices(String glob, String path, boolean matches) {
        if (glob.equals("{a,b")) {
            assertThatThrownBy(() -> Wildcards.compile(glob, true)).hasMessageContaining("'{' is not closed");
        } else {
            assertThat(Wildcards.compile(glob, true).matcher(path).matches()).isEqualTo(matches);
        }
    }

    @ParameterizedTest
    @CsvSource({"conf/**/x, conf", "a/b/*.c, a/b", "*.c, ''", "'a/{b,c}/d', a", "'a/{b/c,d}/e', a"})
    void knowsTheDirectoryInFrontOfTheWildcards(String glob, String above) {
        assertThat(Wildcards.leadingDirectory(glob)).isEqualTo(above);
    }

    @Test
    void saysWhatIsMalformed() {
        assertThatThrownBy(() -> Wildcards.compile("a[b", true))
                .hasMessage("malformed pattern 'a[b': a '[' is not closed");
    }
}
