package dev.jrelease.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.environment.Environment;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept between runs. */
@SuppressWarnings("NullAway.Init")
class LocalCacheTest {
    @TempDir
    private Path home;

    private CacheFolder folder() {
        return CacheFolder.of(new Environment(Map.of(), home, home));
    }

    private static Digest key(int number) {
        return Digest.of(Integer.toString(number).getBytes(UTF_8));
    }

    /** @param size in bytes */
    private Descriptor keep(int number, int size, CacheFolder folder) throws IOException {
        byte[] content = Integer.toString(number).repeat(size).getBytes(UTF_8);
        Path file = Files.write(home.resolve("content"), content);
        Descriptor blob = new Descriptor("text/plain", Digest.of(content), content.length);
        new LocalCache(folder).keep(DocumentKind.BUILD, key(number), Json.object(), Map.of(blob, file));
        Files.delete(file);
        Files.setLastModifiedTime(
                folder.path().resolve("builds").resolve(key(number).hex()),
                FileTime.from(Instant.EPOCH.plusSeconds(number)));
        return blob;
    }

    @Test
    void whatWasNotUsedForLongestGoesFirst() throws Exception {
        CacheFolder folder = folder();
        List<Descriptor> blobs = IntStream.range(0, 8)
                .mapToObj(i -> unchecked(() -> keep(i, 100, folder)))
                .toList();
        LocalCache cache = new LocalCache(folder);

        new CacheLimit(folder, 800, 100).hold();
        assertThat(blobs)
                .as("it is not too large")
                .allMatch(blob -> cache.find(blob).isPresent());

        Files.setLastModifiedTime(folder.path().resolve("builds").resolve(key(0).hex()), FileTime.from(Instant.now()));
        new CacheLimit(folder, 799, 100).hold();

        assertThat(IntStream.range(0, 8)
                        .filter(i -> cache.find(DocumentKind.BUILD, key(i)).isPresent()))
                .containsExactly(0, 4, 5, 6, 7);
        assertThat(IntStream.range(0, 8).filter(i -> cache.find(blobs.get(i)).isPresent()))
                .containsExactly(0, 4, 5, 6, 7);
    }

    @Test
    void thereIsABoundForDocumentsToo() throws Exception {
        CacheFolder folder = folder();
        for (int i = 0; i < 8; i++) {
            keep(i, 1, folder);
        }
        Path left = Files.createFile(folder.path().resolve("incoming/left"));

        new CacheLimit(folder, 1000, 7).hold();

        assertThat(folder.path().resolve("builds").toFile().list()).hasSize(5);
        assertThat(left).doesNotExist();
    }

    @Test
    void onlyItsOwnerMayReadIt() throws Exception {
        keep(1, 1, folder());

        assertThat(Files.getPosixFilePermissions(home.resolve(".cache/jrelease")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void aHomeThatIsNotThereIsNotMade() {
        CacheFolder folder = CacheFolder.of(new Environment(Map.of(), home.resolve("none"), home));
        LocalCache cache = new LocalCache(folder);

        cache.keep(DocumentKind.BUILD, key(1), Json.object(), Map.of());

        assertThat(cache.find(DocumentKind.BUILD, key(1))).isEmpty();
        assertThat(home).isEmptyDirectory();
    }

    private interface Making<T> {
        T make() throws IOException;
    }

    private static <T> T unchecked(Making<T> making) {
        try {
            return making.make();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
