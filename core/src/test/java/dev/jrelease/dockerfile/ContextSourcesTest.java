package dev.jrelease.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Platform;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a build certainly copies from its context. */
class ContextSourcesTest {

    private static String sources(String dockerfile, String target, Platform platform) {
        return ContextSources.of(
                        Dockerfile.parse(dockerfile.replace(";", "\n")),
                        target,
                        Map.of("GIVEN", "given", "EMPTY", ""),
                        platform)
                .stream()
                .map(ContextSource::path)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM scratch;COPY app /app                              | app",
                "FROM scratch;COPY ./a/../b /c/ ../d . e                 | 'b c d '",
                "FROM debian;ADD [\"a b\", \"/\"]                        | a b",
                "FROM debian;COPY a/*.jar b? /                           | a/*.jar b?",
                "FROM debian;COPY --chown=1 a \\; b /                    | a b",
                "FROM scratch;COPY \"q\" 'r' /                           | q r",
                "FROM debian;ARG TARGETARCH;COPY bin/$TARGETARCH/a /     | bin/arm/a",
                "FROM debian;ARG TARGETPLATFORM;COPY ${TARGETPLATFORM}/a / | linux/arm/v7/a",
                "FROM scratch;ARG GIVEN;COPY $GIVEN /                    | given",
                "FROM scratch;ARG GIVEN=x;COPY $GIVEN /                  | given",
                "ARG A=b;FROM scratch;ARG A;COPY $A /                    | b",
                "ARG A=b;FROM scratch;ARG A=c;COPY ${A} /                | c",
                "FROM scratch;ARG EMPTY;COPY ${EMPTY:-x}${GIVEN:+y} /    | x",
                "FROM scratch;ENV A=b C='d';COPY $A$C /                  | bd",
                "FROM debian;ENV A b;COPY $A /                           | b",
                "FROM debian AS x;ENV A=b;FROM x;ARG A=c;COPY $A /       | b",
            })
    void isWhatItsStagesName(String dockerfile, String paths) {
        assertThat(sources(dockerfile, "", Platform.of("linux", "arm"))).isEqualTo(paths);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM debian AS x;COPY a /;FROM scratch;COPY --from=x /a /   | '' | a",
                "FROM debian AS x;COPY a /;FROM X AS y;FROM y                | '' | a",
                "FROM debian;COPY a /;FROM scratch;COPY --from=0 /a /        | '' | a",
                "FROM debian AS x;COPY a /;FROM debian;RUN --mount=type=bind,from=x,target=/x true | '' | a",
                "FROM debian AS x;COPY a /;FROM scratch;COPY b /             | '' | b",
                "FROM debian AS x;COPY a /;FROM scratch;COPY b /             | x  | a",
                "FROM debian AS x;COPY a /;FROM scratch;COPY b /             | no | ''",
            })
    void stagesThatAreNotBuiltCopyNothing(String dockerfile, String target, String paths) {
        assertThat(sources(dockerfile, target, Platform.of("linux", "amd64"))).isEqualTo(paths);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM debian;COPY c[d] a/**/b /",
                "FROM debian;COPY $HOME/a ${A:?no} \"a $B\" /",
                "FROM debian;ARG VERSION=1;COPY app-$VERSION /",
                "FROM scratch;ADD https://example.com/a git@example.com:a.git /",
                "FROM scratch;COPY <<EOF /a;text;EOF",
                "FROM scratch;COPY --from=debian /a /",
                "FROM scratch;ONBUILD COPY a /",
                "FROM scratch;COPY a",
                "FROM scratch;COPY a\\ b /",
                "# syntax=acme/frontend;FROM scratch;COPY a /",
                "COPY a /",
            })
    void whatIsNotCertainIsLeftOut(String dockerfile) {
        assertThat(sources(dockerfile, "", Platform.of("linux", "amd64"))).isEmpty();
    }
}
