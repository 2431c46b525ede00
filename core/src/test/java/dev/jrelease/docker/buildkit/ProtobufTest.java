package dev.jrelease.docker.buildkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.docker.buildkit.Protobuf.Field;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtobufTest {

    private static List<Field> read(String hex) {
        return Protobuf.read(ByteBuffer.wrap(HexFormat.of().parseHex(hex)));
    }

    @Test
    void readsTheExamplesOfTheSpecification() {
        assertThat(read("089601").getFirst().value()).isEqualTo(150);
        assertThat(read("120774657374696e67").getFirst().text()).isEqualTo("testing");
        assertThat(read("1a03089601").getFirst().fields().getFirst().value()).isEqualTo(150);
    }

    @Test
    void readsWhatItWrites() {
        byte[] message = new Protobuf()
                .number(1, Long.MIN_VALUE)
                .text(15, "wörd")
                .bytes(300, new byte[200])
                .message();

        List<Field> fields = Protobuf.read(ByteBuffer.wrap(message));

        assertThat(fields).extracting(Field::number).containsExactly(1, 15, 300);
        assertThat(fields.get(0).value()).isEqualTo(Long.MIN_VALUE);
        assertThat(fields.get(1).text()).isEqualTo("wörd");
        assertThat(fields.get(2).bytes()).hasSize(200);
    }

    @Test
    void passesOverNumbersOfFixedLength() {
        assertThat(read("0d01020304" + "110102030405060708" + "1801"))
                .extracting(Field::number)
                .containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08", "0896", "1207", "12ffffffff0f", "0d01", "0b", "08ffffffffffffffffffff01"})
    void refusesWhatIsNoMessage(String hex) {
        assertThatThrownBy(() -> read(hex)).isInstanceOf(IllegalArgumentException.class);
    }
}
