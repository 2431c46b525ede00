package dev.jrelease.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
    private static final ConfigFile FILE = ConfigFile.of(
            "f.yaml",
            "a: 1\n  goarch: amd46\n\tb: é\uD83D\uDE00x\u001b[31m\u009b1m\u202e\n" + "y".repeat(300)
                    + "\n日本ｱ１e\u0301: {x: sesame-open-please, y: no}\n" + "漢".repeat(40) + " sesame-open-please\n");

    private final Redactor redactor = new Redactor();

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
                  3 | \tb: é\uD83D\uDE00x\uFFFD[31m\uFFFD1m\uFFFD
                    | \t      ^""");
    }

    @Test
    void showsAPartOfALongLine() {
        assertThat(text(4, 200, "no", null).lines().skip(1))
                .containsExactly("  4 | …" + "y".repeat(100) + "…", "    |  " + " ".repeat(50) + "^");
        assertThat(text(4, 1, "no", null).lines().skip(1)).containsExactly("  4 | " + "y".repeat(100) + "…", "    | ^");
        assertThat(text(4, 301, "no", null).lines().skip(1))
                .containsExactly("  4 | …" + "y".repeat(100), "    |  " + " ".repeat(100) + "^");
    }

    @Test
    void countsTheColumnsOfATerminal() {
        assertThat(text(5, 7, "no", null).lines().skip(2)).containsExactly("    | " + " ".repeat(8) + "^");
    }

    @Test
    void putsTheCaretWhereThePlaceIsBehindAMaskedSecret() {
        redactor.learn(new Secret("sesame-open-please"));

        assertThat(text(5, 33, "no", null).lines().skip(1))
                .containsExactly("  5 | 日本ｱ１e\u0301: {x: ***, y: no}", "    | " + " ".repeat(19) + "^");
        assertThat(text(5, 16, "no", null).lines().skip(1).toList().getLast()).endsWith("^");
    }

    @Test
    void cutsNoSecretInTwo() {
        redactor.learn(new Secret("sesame-open-please"));

        assertThat(text(6, 1, "sesame-open-please", "sesame-open-please")).doesNotContain("sesame", "please");
    }

    @Test
    void showsNoLineOfAnotherFile() {
        Problem problem = new Problem(Severity.WARNING, new Location("g", 1, 1), "no", Optional.empty());

        assertThat(ProblemText.of(problem, FILE, redactor)).isEqualTo("g:1:1: warning: no");
    }

    private String text(int line, int column, String message, @Nullable String hint) {
        Location place = new Location("f.yaml", line, column);
        return ProblemText.of(new Problem(Severity.ERROR, place, message, Optional.ofNullable(hint)), FILE, redactor);
    }
}
