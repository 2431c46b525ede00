package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
    private static final String FILE = "a: 1\n  goarch: amd46\n\tb: é\uD83D\uDE00x\u001b[31m\u009b1m\u202e\n"
            + "y".repeat(300) + "\n日本ｱ１e\u0301: {x: sesame-open-please, y: no}\n" + "漢".repeat(40)
            + " sesame-open-please\n";

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
                .containsExactly("  4 | …" + "y".repeat(72) + "…", "    |  " + " ".repeat(36) + "^");
        assertThat(text(4, 1, "no", null).lines().skip(1)).containsExactly("  4 | " + "y".repeat(72) + "…", "    | ^");
        assertThat(text(4, 301, "no", null).lines().skip(1))
                .containsExactly("  4 | …" + "y".repeat(72), "    |  " + " ".repeat(72) + "^");
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

    private String text(int line, int column, String message, @Nullable String hint) {
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

    private String text(Problems problems) {
        assertThat(problems.list()).hasSize(1);
        return ProblemText.of(problems.list().getFirst(), redactor);
    }
}
