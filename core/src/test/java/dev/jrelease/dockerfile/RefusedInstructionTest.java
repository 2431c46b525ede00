package dev.jrelease.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The messages are those of engines 20.10 and 28. */
class RefusedInstructionTest {
    private static final String FILE = """
            ARG BASE
            FROM scratch AS a
            ENV GOOD=beta be also
            EXPOSE 80 notaport
            STOPSIGNAL NOSUCH
            FROM --platform=bad/bad/bad/bad scratch AS b
            LABEL a="b
            WORKDIR ${B?no}
            COPY --from=99 f /
            FROM ${BASE}
            COPY --from=tools:1 f /
            RUN --mount=type=foo,from=registry.example/cc:2 make
            ADD --checksum=sha256:1234 http://localhost:1/x /
            FROM acme/Hello
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Syntax error - can't find = in \"be\". Must be of the form: name=value                | 3",
                "Invalid containerPort: notaport                                                       | 4",
                "invalid containerPort: notaport                                                       | 4",
                "Invalid signal: NOSUCH                                                                | 5",
                "circular dependency detected on stage: b                                              | 6",
                "failed to parse platform bad/bad/bad/bad: \"bad/bad/bad/bad\": cannot parse            | 6",
                "failed to process \"\\\"b\": unexpected end of statement while looking for             | 7",
                "failed to process \"${B?no}\": B: no                                                   | 8",
                "invalid stage index 99                                                                | 9",
                "base name (${BASE}) should not be blank                                               | 10",
                "not found: not found\\n  step: FROM docker.io/library/tools:1                          | 11",
                "no such host\\n  step: [internal] load metadata for docker.io/library/tools:1          | 11",
                "no such host\\n  step: [internal] load metadata for registry.example/cc:2              | 12",
                "unsupported mount type \"foo\"                                                         | 12",
                "invalid checksum digest length                                                        | 13",
                "connection refused\\n  step: http://localhost:1/x                                      | 13",
                "failed to parse stage name \"acme/Hello\": invalid reference format                    | 14",
                "no space left on device                                                               |",
                "step: [internal] load metadata for docker.io/library/other:1                          |",
            })
    void isTheOneWithTheWordOfTheMessage(String message, Integer line) {
        assertThat(Dockerfile.parse(FILE)
                        .refused("could not build Dockerfile for linux/amd64: " + message.replace("\\n", "\n"))
                        .map(Instruction::line)
                        .orElse(null))
                .isEqualTo(line);
    }

    @Test
    void withoutAStageItIsTheFirstThatNeedsOne() {
        assertThat(Dockerfile.parse("# a comment\nARG A\nCOPY f /\n").refused("no build stage in current context"))
                .map(Instruction::line)
                .contains(3);
    }
}
