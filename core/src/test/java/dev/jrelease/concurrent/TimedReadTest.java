package dev.jrelease.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimedReadTest {
    private static final TimedRead DAY = new TimedRead(Duration.ofDays(1));

    @Test
    void endsAtTheEndOrAtTheLimit() throws Exception {
        byte[] content = new byte[100_000];

        assertThat(DAY.bytes(new ByteArrayInputStream(content), 200_000)).isEqualTo(content);
        assertThat(DAY.bytes(new ByteArrayInputStream(content), 100_000)).isEqualTo(content);
        assertThat(DAY.bytes(new ByteArrayInputStream(content), 7)).hasSize(7);
        assertThat(DAY.bytes(InputStream.nullInputStream(), 7)).isEmpty();
    }

    @Test
    void givesUpWhatComesByteByByteWithoutEnd() {
        InputStream dribble = new InputStream() {
            @Override
            public int read() {
                return 1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                buffer[offset] = 1;
                return 1;
            }
        };

        assertThatThrownBy(() -> new TimedRead(Duration.ofMillis(1)).bytes(dribble, Integer.MAX_VALUE))
                .isInstanceOf(TooSlowException.class)
                .hasMessage("the content did not arrive completely within 1 s");
    }
}
