package dev.jrelease.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
    private static final String FILE = "a: 1\n  goarch: amd46\n\tb: é\uD83D\uDE00x\u001b[31m\n" + "y".repeat(300);

    @Test
    void putsACaretUnderThePlace() {
        assertThat(text(2, 11, "unknown architecture 'amd46'", "did you mean amd64?"))
                .isEqualTo("""
                f.yaml:2:11: unknown architecture 'amd46'
                  2 |   goarch: amd46
                    |           ^
                  hint: did you mean amd64?""");
    }

    @Test
    void keepsTabsAndHidesWhatATerminalWouldActUpon() {
        assertThat(text(3, 7, "no", null)).isEqualTo("""
                f.yaml:3:7: no
                  3 | \tb: é\uD83D\uDE00x\uFFFD[31m
                    | \t     ^""");
    }

    @Test
    void showsAPartOfALongLine() {
        assertThat(text(4, 200, "no", null).lines().skip(1))
                .containsExactly("  4 | " + "y".repeat(120), "    | " + " ".repeat(60) + "^");
    }

    @Test
    void showsNoLineOfATextThatIsNotKnown() {
        Problems problems = new Problems();
        problems.warning(new Location("g", 1, 1), "no");

        assertThat(text(problems)).isEqualTo("g:1:1: warning: no");
    }

    @Test
    void showsTheLineOfEachFile() {
        Problems others = new Problems();
        others.learn("b.yaml", "b: 2");
        others.error(new Location("b.yaml", 1, 4), "no");
        Problems problems = new Problems();
        problems.learn("f.yaml", FILE);
        problems.addAll(others);

        assertThat(text(problems)).isEqualTo("""
                b.yaml:1:4: no
                  1 | b: 2
                    |    ^""");
    }

    @Test
    void aProblemThatWasListedElsewhereCountsOnce() {
        Problems problems = new Problems();
        problems.learn("f.yaml", FILE);
        problems.error(new Location("f.yaml", 1, 1), "no");

        problems.addAll(problems.list());

        assertThat(problems.list()).hasSize(1);
    }

    private static String text(int line, int column, String message, @Nullable String hint) {
        Problems problems = new Problems();
        problems.learn("f.yaml", FILE);
        Location place = new Location("f.yaml", line, column);
        if (hint == null) {
            problems.error(place, message);
        } else {
            problems.error(place, message, hint);
        }
        return text(problems);
    }

    private static String text(Problems problems) {
        assertThat(problems.list()).hasSize(1);
        return ProblemText.of(problems.list().getFirst());
    }
}
