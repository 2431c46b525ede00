package dev.jrelease.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GistTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    the name 'acme/a:1.2.3' is twice here, the name 'acme/a:1.2.3-rc.1' is twice here
                    there is no file v1.2.3.txt in dist, there is no file v1.2.3-SNAPSHOT.txt in dist
                    it's 1 of many, it's 2 of many
                    """)
    void namesAndVersionsDoNotCount(String one, String other) {
        assertThat(Gist.of(one)).isEqualTo(Gist.of(other));
        assertThat(Gist.of("another " + one)).isNotEqualTo(Gist.of(one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "'", "a1", "a ", "'a"})
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void longMessagesAreRead(String part) {
        assertThat(Gist.of(part.repeat(100_000) + " end")).endsWith("end");
    }
}
