package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissingSourceTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "\"/app\": not found, app",
                "lstat \"/a b/c\" not found, a b/c",
                "\"/x\" is odd and \"/y\": not found, y",
                "\"app\": not found, none",
                "lstat /target: no such file or directory, target",
                "failed to compute cache key: lstat /a b/c: no such file or directory, a b/c",
                "lstat /var/lib/docker/tmp/buildkit-mount120378591/a b: no such file or directory, a b",
                "lstat /var/lib/docker/tmp/buildkit-mount120378591: no such file or directory, none",
                "lstat /: no such file or directory, none",
                "open /target: no such file or directory, none"
            })
    void anEngineNamesWhatItDidNotFind(String words, String path) {
        assertThat(MissingSourceException.missing(words).orElse(null)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "[2/3] COPY app /app, true",
        "[a 1/2] ADD x /, true",
        "[2/3] COPY --from=b /a /, false",
        "[2/3] RUN x, false"
    })
    void stepsThatCopyFromTheContext(String step, boolean copies) {
        assertThat(MissingSourceException.copies(step)).isEqualTo(copies);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "] COPY ",
                "\"/",
                "\"/a",
                "--from=",
                "] ADD a",
                "failed to solve: ",
                "ref a: ",
                "lstat /",
                "/buildkit-mount1/"
            })
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void longWordsOfAnEngineAreRead(String part) {
        assertThat(MissingSourceException.missing(part.repeat(100_000))).isEmpty();
        assertThat(MissingSourceException.copies(part.repeat(100_000) + "--from="))
                .isFalse();
    }
}
