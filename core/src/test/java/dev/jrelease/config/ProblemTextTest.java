package dev.jrelease.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
    private static final ConfigFile FILE =
            ConfigFile.of("f.yaml", "a: 1\n  goarch: amd46\n\tb: é\uD83D\uDE00x\u001b[31m\n" + "y".repeat(300));

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
    void showsNoLineOfAnotherFile() {
        Problem problem = new Problem(Severity.WARNING, new Location("g", 1, 1), "no", Optional.empty());

        assertThat(ProblemText.of(problem, FILE)).isEqualTo("g:1:1: warning: no");
    }

    private static String text(int line, int column, String message, @Nullable String hint) {
        Location place = new Location("f.yaml", line, column);
        return ProblemText.of(new Problem(Severity.ERROR, place, message, Optional.ofNullable(hint)), FILE);
    }
}
