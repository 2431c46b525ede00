package dev.jrelease.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearPatternTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a-z]+",
                "a*b",
                "(.+?)x",
                "(a|b)*",
                "a{3,}b",
                "(?!.*x)y",
                "(?=.*+x)y",
                "(a++)b\\1",
                "[]a]+",
                "[^\\]+]*"
            })
    void whatMayGoBackIsRefused(String expression) {
        assertThatIllegalArgumentException().isThrownBy(() -> LinearPattern.of(expression));
        assertThatIllegalArgumentException().isThrownBy(() -> SearchPattern.of(expression));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a-z]++x", "a*+\\d", "(?:a++|b)c", "a++(?!b)", "(?:(x*+))y", "a{3,}+(b)?"})
    void aSearchWantsNothingBehindARun(String expression) {
        assertThat(LinearPattern.of(expression)).isNotNull();
        assertThatIllegalArgumentException().isThrownBy(() -> SearchPattern.of(expression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a-z]++",
                "a?b{2,7}[^*+]",
                "(?i)(https?|all)_proxy",
                "(?<![a-z])v?\\Q1.*+\\E(?![0-9])",
                "(?:\\.(?<name>[0-9]++|x))?",
                "\\*\\+[]*+]",
                "\\p{L}(?:\\p{L}|['.](?=\\p{L}))*+"
            })
    void whatReadsEachCharacterOnceIsTaken(String expression) {
        assertThat(SearchPattern.of(expression)).isNotNull();
    }

    @Test
    void findsWhatItIsMadeFor() {
        LinearPattern pair = LinearPattern.of("([a-z]++)=([0-9]++)");
        SearchPattern number = SearchPattern.of("[0-9]++");

        assertThat(pair.matches("a=1")).isTrue();
        assertThat(pair.match("a=1b")).isEmpty();
        assertThat(pair.matchAtStart("a=1b").map(MatchResult::end)).contains(3);
        assertThat(pair.matchAt("x a=12", 2, 5).map(MatchResult::group)).contains("a=1");
        assertThat(number.isIn("abc")).isFalse();
        assertThat(number.first("a12b3").map(MatchResult::group)).contains("12");
        assertThat(number.all("a12b3").map(MatchResult::group)).containsExactly("12", "3");
        assertThat(number.replace("a12b3", found -> "$" + found.group())).isEqualTo("a$12b$3");
        assertThat(number.remove("a12b3")).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a ", "&a ", "\"", "\\"})
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void longTextsNeedNoStack(String part) {
        String text = part.repeat(100_000);

        assertThat(LinearPattern.of("(?:[^\\s:]|:(?! )|\\s)++").matches(text)).isTrue();
        assertThat(LinearPattern.of("(?:[&!]\\S*+\\s++)++").matches(text)).isEqualTo(part.equals("&a "));
        assertThat(SearchPattern.of("\\S++").all(text)).isNotEmpty();
    }
}
