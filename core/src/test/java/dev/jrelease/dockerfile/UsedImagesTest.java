package dev.jrelease.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Platform;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which images a build reads, as far as that is certain. */
class UsedImagesTest {

    private static String used(String dockerfile) {
        return UsedImages.of(
                        Dockerfile.parse(dockerfile.replace(";", "\n")),
                        Map.of("GIVEN", "given"),
                        Platform.of("linux", "amd64"))
                .map(names -> String.join(" ", names))
                .orElse("?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM scratch;COPY a /a;ADD b.tar.gz /                   | ''",
                "FROM debian:12                                          | debian:12",
                "FROM debian AS one;FROM ONE;FROM alpine                 | debian alpine",
                "FROM --platform=$BUILDPLATFORM golang AS b;FROM scratch;COPY --from=b /a /a | golang",
                "FROM scratch;COPY --from=nginx:1 /a /a                  | nginx:1",
                "FROM scratch AS a;FROM scratch;COPY --from=0 /a /a      | ''",
                "FROM scratch;RUN --mount=type=bind,from=tools,target=/t x | tools",
                "FROM scratch;RUN --mount=type=cache,target=/c x         | ''",
                "FROM scratch;RUN --mount=type=bind,FROM=tools,target=/t x | tools",
                "'FROM scratch;RUN --mount=type=bind,\"from=tools\",target=/t x' | tools",
                "'FROM scratch;RUN --mount=\"from=tools,target=/t\" x'     | tools",
                "FROM scratch;ADD app-$TARGETARCH.tar.gz /               | ''",
                "FROM scratch;ADD github/$V.tar.gz /                     | ''",
                "ARG V=12;FROM debian:$V                                 | debian:12",
                "ARG GIVEN;FROM debian:${GIVEN}                          | debian:given",
                "FROM a-$TARGETARCH                                      | a-amd64",
                "'# syntax=docker/dockerfile:1;FROM scratch'             | docker/dockerfile:1",
            })
    void areFound(String dockerfile, String images) {
        assertThat(used(dockerfile)).isEqualTo(images);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FROM a-$BUILDARCH",
                "ARG V=a-$BUILDARCH;FROM $V",
                "ARG BUILDARCH;FROM a-${BUILDARCH}",
                "FROM a$BUILDVARIANT",
                "FROM $UNKNOWN",
                "FROM 'a'b",
                "FROM scratch;COPY --from=$NAME /a /a",
                "FROM scratch;ADD https://example.com/a /a",
                "FROM scratch;ADD git@example.com:a/b /a",
                "FROM scratch;ADD $URL /a",
                "FROM scratch;ADD \"$URL\" /a",
                "FROM scratch;ADD '${URL}' /a",
                "FROM scratch;ADD \"${SCHEME}//example.com/a\" /a",
                "FROM scratch;ADD https:${URL} /a",
                "FROM scratch;ADD git$URL /a",
                "FROM scratch;ADD [\"https://example.com/a\", \"/a\"]",
                "FROM scratch AS a;ONBUILD COPY --from=b /a /a;FROM a",
                "# syntax=example.com/other:1;FROM scratch",
            })
    void areNotGuessed(String dockerfile) {
        assertThat(used(dockerfile)).isEqualTo("?");
    }
}
