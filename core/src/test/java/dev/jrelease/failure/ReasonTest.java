package dev.jrelease.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReasonTest {
    @Test
    void saysWhatIsTheMatterWithAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "text");
        Path missing = folder.resolve("missing");

        assertThat(reason(() -> Files.readString(missing))).isEqualTo("there is no " + missing);
        assertThat(reason(() -> Files.newDirectoryStream(file))).isEqualTo(file + " is not a folder");
        assertThat(reason(() -> Files.createDirectory(file))).isEqualTo(file + " is in the way");
        assertThat(reason(() -> Files.delete(folder))).isEqualTo(folder + " is not empty");
        assertThat(reason(() -> Files.readString(file.resolve("below")))).isEqualTo(file + "/below: Not a directory");
    }

    @Test
    void leavesOtherWordsAsTheyAre() {
        assertThat(Reason.of(new IOException("connection reset"))).isEqualTo("connection reset");
        assertThat(Reason.of(new IOException())).isEqualTo("IOException");
    }

    private static String reason(ThrowingCallable action) {
        return Reason.of(catchThrowableOfType(IOException.class, action));
    }
}
