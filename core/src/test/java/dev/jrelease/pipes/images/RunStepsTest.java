package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.dockerfile.Dockerfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which Dockerfiles run programs of the platform that they build for. */
class RunStepsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM scratch;COPY a /                                                          | false",
                "FROM debian;RUN apt-get update                                                 | true",
                "FROM --platform=$BUILDPLATFORM golang AS b;RUN go build;FROM scratch;COPY a /  | false",
                "FROM --platform=${BUILDPLATFORM} golang AS b;FROM B AS c;RUN go build          | false",
                "FROM --platform=$BUILDPLATFORM golang;RUN go build;FROM debian;RUN useradd app | true",
            })
    void areFound(String dockerfile, boolean runs) {
        assertThat(RunSteps.runTarget(Dockerfile.parse(dockerfile.replace(';', '\n'))))
                .isEqualTo(runs);
    }
}
