package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.secret.Redactor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionsTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    private Questions questions(String typed, boolean asked) {
        PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
        return new Questions(
                new Console(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), out, out, new Redactor()),
                asked);
    }

    @Test
    void anEmptyAnswerTakesWhatIsProposed() {
        Questions questions = questions("\nlinux/arm64, linux/s390x\n\ny\n", true);

        assertThat(questions.text("image?", "acme/x")).isEqualTo("acme/x");
        assertThat(questions.words("platforms?", List.of("linux/amd64"))).containsExactly("linux/arm64", "linux/s390x");
        assertThat(questions.yes("workflow?", false)).isFalse();
        assertThat(questions.yes("workflow?", false)).isTrue();
        assertThat(questions.text("after the end?", "proposed")).isEqualTo("proposed");
        assertThat(shown.toString(StandardCharsets.UTF_8))
                .startsWith("image? [acme/x]\nplatforms? [linux/amd64]\nworkflow? [y/N]\n");
    }

    @Test
    void nothingIsAskedWhereNobodyAnswers() {
        Questions questions = questions("other\n", false);

        assertThat(questions.text("image?", "acme/x")).isEqualTo("acme/x");
        assertThat(shown.size()).isZero();
    }
}
