package dev.jrelease.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildStepTest {
    @ParameterizedTest
    @CsvSource({
        "'[2/3] COPY app /app', '', 2, 3, COPY app /app",
        "'[build 12/15] RUN make', build, 12, 15, RUN make",
        "'[stage-1 1/2] FROM docker.io/library/alpine:3', stage-1, 1, 2, FROM docker.io/library/alpine:3",
        "'[linux/arm64 build 2/5] RUN echo [1/2] x', linux/arm64 build, 2, 5, RUN echo [1/2] x",
        "'[internal] load build definition from Dockerfile', '', 0, 0, [internal] load build definition from Dockerfile",
        "exporting to image, '', 0, 0, exporting to image",
        "'[99999999999/1] RUN x', '', 0, 0, '[99999999999/1] RUN x'",
    })
    void aNameSaysWhichStepOfWhichStageItIs(String name, String stage, int number, int steps, String instruction) {
        BuildStep step = BuildStep.of("sha256:1", name);

        assertThat(step).isEqualTo(new BuildStep("sha256:1", name, stage, number, steps));
        assertThat(step.instruction()).isEqualTo(instruction);
    }
}
