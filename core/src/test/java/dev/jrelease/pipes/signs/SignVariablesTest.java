package dev.jrelease.pipes.signs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignVariablesTest {
    private static final Location PLACE = new Location("f.yaml", 1, 1);

    private final Problems problems = new Problems();
    private final SignVariables variables = new SignVariables(
            TemplateContext.of(Map.of("Env", Map.of("A", "one", "A_2", "two", "PRICE", "5$A"), "Tag", "v1")), problems);

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "$A ! one",
                "${A}b ! oneb",
                "$A_2-$A ! two-one",
                "$ A$ ! $ A$",
                "${A ! ${A",
                "$A@{{ .Tag }}@${A} ! one@v1@one",
                "{{ .Env.PRICE }} ! 5$A",
                "${PRICE} ! 5$A",
                "{{ replace \"${A}\" \"o\" \"a\" }} ! ane",
            })
    void areFilledIn(String text, String filled) {
        assertThat(filled(text)).isEqualTo(filled);
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"x${NO} ! NO ! ${NO}", "x$NO ! NO ! $NO", "x$1 ! 1 ! $1", "x$$ ! $ ! $$"})
    void areEmptyWhereTheyAreNotSetWhichIsTold(String text, String name, String written) {
        assertThat(filled(text)).isEqualTo("x");
        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly("the variable " + name + " is not set: " + written + " becomes empty");
    }

    @Test
    void areNotLookedAtWhereTheTemplateIsWrong() {
        assertThat(variables.filled(template("$NO {{ .Tga }}"))).isEmpty();
        assertThat(problems.list())
                .extracting(problem -> problem.location().column() + " " + problem.message())
                .containsExactly("8 'Tga' is not known here");
    }

    private String filled(String text) {
        return variables.filled(template(text)).orElseThrow();
    }

    private Template template(String text) {
        return Template.parse(text, PLACE, problems);
    }
}
