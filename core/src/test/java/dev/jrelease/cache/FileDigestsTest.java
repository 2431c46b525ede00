package dev.jrelease.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are not read again while the file system says that they are the same. */
@SuppressWarnings("NullAway.Init")
class FileDigestsTest {
    /** So late that every change is long over. */
    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    private static final Digest CONTENT = Digest.of("content".getBytes(UTF_8));
    private static final Digest OTHER = Digest.of("written".getBytes(UTF_8));

    @TempDir
    private Path folder;

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("file"), content);
    }

    private FileDigests look(Instant since) throws IOException {
        return FileDigests.lookAt(
                new TreeMap<>(Map.of("name", folder.resolve("file"))), since, new ConcurrentHashMap<>());
    }

    @Test
    void anUntouchedFileIsNotRead() throws Exception {
        file("content");
        ObjectNode written = look(LATER).write(Map.of("name", OTHER));

        assertThat(look(LATER).same(written))
                .as("a digest that is wrong is believed")
                .hasValue(written);
    }

    @Test
    void aFileThatChangedJustBeforeItWasReadIsReadAgain() throws Exception {
        Path file = file("content");
        Instant justNow = Files.getLastModifiedTime(file).toInstant().plusSeconds(1);

        assertThat(look(LATER).same(look(justNow).write(Map.of("name", OTHER)))).isEmpty();
        assertThat(look(LATER).same(look(justNow).write(Map.of("name", CONTENT))))
                .as("and is not read the next time")
                .hasValue(look(LATER).write(Map.of("name", CONTENT)));
    }

    @Test
    void aChangeThatKeepsSizeAndTimeIsFound() throws Exception {
        Path file = file("content");
        FileTime time = Files.getLastModifiedTime(file);
        ObjectNode written = look(LATER).write(Map.of("name", CONTENT));
        Files.writeString(file, "CONTENT");
        Files.setLastModifiedTime(file, time);

        assertThat(look(LATER).same(written)).isEmpty();
    }

    @Test
    void anotherFileInItsPlaceIsRead() throws Exception {
        Path file = file("content");
        FileTime time = Files.getLastModifiedTime(file);
        ObjectNode written = look(LATER).write(Map.of("name", CONTENT));
        Path other = Files.writeString(folder.resolve("other"), "CONTENT");
        Files.setLastModifiedTime(other, time);
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(look(LATER).same(written)).isEmpty();
    }

    @Test
    void moreOrFewerFilesAreAChange() throws Exception {
        file("content");
        ObjectNode written = look(LATER).write(Map.of("name", CONTENT, "more", CONTENT));

        assertThat(look(LATER).same(written)).isEmpty();
    }
}
