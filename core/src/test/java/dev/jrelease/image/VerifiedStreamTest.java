package dev.jrelease.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class VerifiedStreamTest {
    private static final byte[] CONTENT = "content".getBytes(UTF_8);
    private static final Descriptor BLOB = new Descriptor(MediaTypes.OCI_LAYER, Digest.of(CONTENT), CONTENT.length);

    @Test
    void givesTheContentThatWasExpected() throws IOException {
        assertThat(of("content").readAllBytes()).isEqualTo(CONTENT);
    }

    @Test
    void countsWhatIsReadByteByByteOrSkipped() throws IOException {
        try (VerifiedStream stream = of("content")) {
            assertThat(stream.read()).isEqualTo('c');
            assertThat(stream.skip(3)).isEqualTo(3);
            assertThat(stream.readAllBytes()).asString(UTF_8).isEqualTo("ent");
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    void saysThatTheContentIsAnother() {
        assertThatThrownBy(() -> of("contemt").readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(BLOB.digest() + " has other content");
    }

    @Test
    void saysThatSomeOfItIsMissing() {
        assertThatThrownBy(() -> of("cont").readAllBytes()).hasMessageEndingWith("should be 7 bytes, but has only 4");
    }

    @Test
    void saysThatThereIsMoreBeforeReadingOn() {
        assertThatThrownBy(() -> of("contents").readNBytes(8)).hasMessageEndingWith("but has more");
    }

    private static VerifiedStream of(String content) {
        return new VerifiedStream(BLOB, new ByteArrayInputStream(content.getBytes(UTF_8)));
    }
}
