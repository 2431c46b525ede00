package dev.jrelease.glob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "'conf/*.{toml,yaml}', conf/app.yaml, true",
        "'conf/*.{toml,yaml}', conf/app.json, false",
        "'{a,{b,c}d}/x', a/x, true",
        "'{a,{b,c}d}/x', cd/x, true",
        "'{a,{b,c}d}/x', c/x, false",
        "'x{,.bak}', x, true",
        "'x{,.bak}', x.bak, true",
        "[!a]b, cb, true",
        "[!a]b, ab, false",
        "x[!a]b, x/b, false",
        "app/**, app/a/b, true",
        "**/*.so, libx.so, true",
        "**/*.so, a/b/libx.so, true",
        "a}, a}, true",
        "'a,b', 'a,b', true",
    })
    void filesHaveChoices(String pattern, String path, boolean matches) {
        assertThat(Glob.compile(pattern, GlobSyntax.FILES).matches(path)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({
        "nightly*, nightly-2026-01-02, true",
        "nightly*, v1-nightly, false",
        "*/v1.?, api/v1.2, true",
        "*, a/b/c, true",
        "v1.2, v1x2, false",
        "'[ab]{c}\\', '[ab]{c}\\', true",
        "v?, v☺, true",
    })
    void namesKnowOnlyStarAndQuestionMark(String pattern, String name, boolean matches) {
        assertThat(Glob.compile(pattern, GlobSyntax.NAMES).matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"a/*, a/b, true", "a/*, a/b/c/d, true", "a/*, a, false", "*/b, a/b/c, true", "*/b, a/c/b, false"})
    void aDirectoryStandsForWhatIsInIt(String pattern, String path, boolean matches) {
        assertThat(Glob.compile(pattern, GlobSyntax.FILES).matchesOrParent(path))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"conf/**/x, conf", "a/b/*.c, a/b", "*.c, ''", "'a/{b,c}/d', a", "'a/{b/c,d}/e', a"})
    void knowsTheDirectoryInFrontOfTheWildcards(String pattern, String above) {
        assertThat(Glob.leadingDirectory(pattern)).isEqualTo(above);
    }

    /** With a matcher that tries one way after the other, each of these takes longer than anyone would wait. */
    @ParameterizedTest
    @EnumSource(GlobSyntax.class)
    void noPatternTakesLong(GlobSyntax syntax) {
        String text = "a".repeat(2_000);

        assertThat(Glob.compile("*a".repeat(200) + "b", syntax).matches(text)).isFalse();
        assertThat(Glob.compile("*?".repeat(200) + "b", syntax).matches(text)).isFalse();
        assertThat(Glob.compile("*".repeat(201) + "b", syntax).matches(text)).isFalse();
        assertThat(Glob.compile("*a".repeat(200), syntax).matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{a,aa}", "{a,{a,{a,a}}}", "**/*", "[a-z]*", "{,a}"})
    void noRepetitionTakesLong(String part) {
        assertThat(Glob.compile(part.repeat(100) + "b", GlobSyntax.FILES).matches("a".repeat(1_000)))
                .isFalse();
        assertThat(Glob.compile(part.repeat(100) + "b", GlobSyntax.FILES).matches("a/".repeat(500)))
                .isFalse();
    }

    @Test
    void choicesCanBeDeep() {
        String pattern = "{".repeat(2_000) + "a" + "}".repeat(2_000);

        assertThat(Glob.compile(pattern, GlobSyntax.FILES).matches("a")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"a[b, a '[' is not closed", "'{a,b', a '{' is not closed", "a\\, it ends with a '\\'"})
    void saysWhatIsMalformed(String pattern, String why) {
        assertThatThrownBy(() -> Glob.compile(pattern, GlobSyntax.FILES))
                .hasMessage("malformed pattern '" + pattern + "': " + why);
    }
}
