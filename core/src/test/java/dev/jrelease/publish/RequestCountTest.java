package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Counts the requests of a large publication: 50 images of 4 platforms in 3 repositories each. */
class RequestCountTest {
    private static final int IMAGES = 50;
    private static final int REPOSITORIES = 3;
    private static final List<String> ARCHITECTURES = List.of("amd64", "arm64", "arm", "s390x");

    private final MemoryRepository source = new MemoryRepository("memory", true);

    @Test
    void asksNoMoreThanItMust() throws IOException {
        try (HttpRegistry at = HttpRegistry.of(FakeRegistry.start())) {
            List<Destination> destinations = new ArrayList<>();
            for (int number = 0; number < IMAGES; number++) {
                ImageIndex index = index(number);
                for (int place = 0; place < REPOSITORIES; place++) {
                    destinations.add(destination(at, "place" + place + "/image" + number, index));
                }
            }

            Outcome outcome = publish(destinations);

            assertThat(outcome.failure()).isEmpty();
            assertThat(at.registry().requests()).hasSizeLessThanOrEqualTo(least() * 11 / 10);
            assertThat(at.registry().requests().stream()
                            .filter(request -> request.method().equals("PUT"))
                            .map(Request::path))
                    .as("nothing is written twice")
                    .doesNotHaveDuplicates();
        }
    }

    /**
     * Each blob and each manifest is looked for, sent, and read back. Sending a blob takes two requests; where another
     * repository of the registry has it, one. Each tag is looked at, written, which also writes the index, and read back.
     */
    private static int least() {
        int repositories = IMAGES * REPOSITORIES;
        int images = ARCHITECTURES.size();
        int blobs = 3 * images;
        int inEach = 2 * blobs + 3 * images + 1 + 2 * 3;
        int ownContent = 2 * images * IMAGES * 2 + images * 2;
        int mounted = blobs * repositories - 2 * images * IMAGES - images;
        return repositories * inEach + ownContent + mounted;
    }

    private ImageIndex index(int number) throws IOException {
        List<Descriptor> images = new ArrayList<>();
        for (String architecture : ARCHITECTURES) {
            var config = Json.object().put("os", "linux").put("architecture", architecture);
            config.putObject("config")
                    .putObject("Labels")
                    .put("org.opencontainers.image.version", "1.0.0")
                    .put("number", number);
            ImageManifest image = ImageManifest.of(
                    blob(MediaTypes.OCI_CONFIG, Json.bytes(config)),
                    List.of(
                            blob(
                                    MediaTypes.OCI_LAYER_GZIP,
                                    ("base of " + architecture).getBytes(StandardCharsets.UTF_8)),
                            blob(
                                    MediaTypes.OCI_LAYER_GZIP,
                                    ("program " + number + architecture).getBytes(StandardCharsets.UTF_8))));
            source.writeManifest(image);
            images.add(image.descriptor().withPlatform(Platform.of("linux", architecture)));
        }
        ImageIndex index = ImageIndex.of(images);
        source.writeManifest(index);
        return index;
    }

    private Descriptor blob(String type, byte[] bytes) throws IOException {
        Descriptor blob = new Descriptor(type, Digest.of(bytes), bytes.length);
        source.writeBlob(blob, () -> new ByteArrayInputStream(bytes));
        return blob;
    }

    private static Destination destination(HttpRegistry at, String path, ImageIndex index) {
        List<Wanted> tags = Stream.of("1.0.0", "latest")
                .map(tag -> {
                    String text = at.name(path) + ":" + tag;
                    Moves moves = tag.equals("latest") ? Moves.FORWARD : Moves.NEVER;
                    return new Wanted(
                            new Tag(text, ImageReference.parse(text), Access.STRICT, moves, Optional.empty()),
                            index,
                            false);
                })
                .toList();
        return new Destination(at.open(path), tags.getFirst().tag().reference(), Access.STRICT, true, tags, List.of());
    }

    private Outcome publish(List<Destination> destinations) {
        WaitTimes patience = new WaitTimes(
                new Backoff(4, Duration.ofMillis(1), Duration.ofMillis(2)), Duration.ZERO, Duration.ZERO, _ -> {});
        return new Transaction(
                        Publication.of("hello", "1.0.0", source, destinations),
                        new TransactionOptions(false, false, 8, patience),
                        Ledger.open(new LedgerInMemory()),
                        Attachment.none(),
                        _ -> {})
                .run();
    }
}
