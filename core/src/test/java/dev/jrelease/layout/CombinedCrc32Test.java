package dev.jrelease.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CombinedCrc32Test {
    private static final byte[] CONTENT = new byte[300_000];

    static {
        new Random(1).nextBytes(CONTENT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 65_535, 65_536, 262_144, 299_999, 300_000})
    void ofTwoPiecesIsThatOfTheWhole(int border) {
        assertThat(CombinedCrc32.combine(crc(0, border), crc(border, CONTENT.length - border), CONTENT.length - border))
                .isEqualTo(crc(0, CONTENT.length));
    }

    private static int crc(int offset, int length) {
        CRC32 crc = new CRC32();
        crc.update(CONTENT, offset, length);
        return (int) crc.getValue();
    }
}
