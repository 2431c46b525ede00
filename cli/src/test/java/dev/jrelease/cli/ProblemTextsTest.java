package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.secret.Redactor;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
    private final Problems problems = new Problems();

    @Test
    void tellsAWarningOnceWithAllItsLines() {
        problems.warning(place(2), "'use_buildx' is written use: buildx today", "or left out");
        problems.error(place(3), "an error");
        problems.error(place(4), "an error");
        problems.warning(place(5), "'use_buildx' is written use: buildx today", "or left out");
        problems.warning(place(9), "'use_buildx' is written use: buildx today", "or left out");

        assertThat(texts()).containsExactly("""
                        f.yaml:2:3: warning: 'use_buildx' is written use: buildx today
                          hint: or left out
                          and so in lines 5, 9""", "f.yaml:3:3: an error", "f.yaml:4:3: an error");
    }

    @Test
    void namesNoLineTwice() {
        problems.warning(place(2), "'push_flags' has no effect on images");
        problems.warning(new Location("f.yaml", 2, 30), "'push_flags' has no effect on images");

        assertThat(texts()).containsExactly("f.yaml:2:3: warning: 'push_flags' has no effect on images");
    }

    @Test
    void namesNoMoreLinesThanAnyoneReads() {
        IntStream.rangeClosed(1, 24).forEach(line -> problems.warning(place(line), "'push_flags' have no effect"));

        assertThat(texts()).containsExactly("""
                        f.yaml:1:3: warning: 'push_flags' have no effect
                          and so in lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, and 3 more""");
    }

    @Test
    void doesNotRepeatALineThatSaysNothingElse() {
        problems.learn("f.yaml", "brews:\n  - x: 1\narchives: []\n");
        problems.warning(new Location("f.yaml", 1, 1), "'brews' is not run");
        problems.warning(new Location("f.yaml", 3, 1), "'archives' is not run");

        assertThat(texts()).containsExactly("f.yaml:1:1: warning: 'brews' is not run", """
                        f.yaml:3:1: warning: 'archives' is not run
                          3 | archives: []
                            | ^""");
    }

    @Test
    void saysALongHintOnce() {
        String hint = "the keys are " + "alpha, ".repeat(30) + "omega";
        for (int line = 1; line <= 40_000; line++) {
            problems.error(place(line), "unknown key 'k" + line + "'", hint);
        }

        List<String> texts = texts();
        assertThat(texts.getFirst()).isEqualTo("f.yaml:1:3: unknown key 'k1'\n  hint: " + hint);
        assertThat(texts.getLast()).isEqualTo("f.yaml:40000:3: unknown key 'k40000'\n  hint: as for line 1");
    }

    @Test
    void repeatsAShortHint() {
        problems.error(place(1), "unknown key 'a'", "did you mean b?");
        problems.error(place(2), "unknown key 'a'", "did you mean b?");

        assertThat(texts()).allMatch(text -> text.endsWith("hint: did you mean b?"));
    }

    private List<String> texts() {
        return ProblemTexts.of(problems.list(), new Redactor()).stream()
                .map(ProblemTexts.Shown::text)
                .toList();
    }

    private static Location place(int line) {
        return new Location("f.yaml", line, 3);
    }
}
