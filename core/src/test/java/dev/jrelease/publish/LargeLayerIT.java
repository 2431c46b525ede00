package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.registry.DistributionServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A layer goes from the layout to a real registry as a stream: a process publishes one that is much larger than its
 * memory. {@code -Dlayer.bytes=2147483648} tries a larger one.
 */
class LargeLayerIT {
    private static final long BYTES = Long.getLong("layer.bytes", 128L << 20);

    @Test
    void isNeverInMemoryAsAWhole(@TempDir Path folder) throws Exception {
        DistributionServer.assumeInstalled();
        Path layout = folder.resolve("oci");
        ImageManifest image = write(layout);
        try (DistributionServer server = DistributionServer.plain(folder);
                HttpClient client = HttpClient.anonymous()) {
            String name = server.address() + "/acme/large";

            long peak = SmallProcess.peak(
                    Publisher.class, name, layout.toString(), image.digest().toString());

            assertThat(client.open(name).blobSize(image.layers().getFirst())).contains(BYTES);
            assertThat(peak).isLessThan(SmallProcess.MOST_MEMORY);
        }
    }

    /** A file with a hole reads as zeros. */
    private static ImageManifest write(Path layout) throws Exception {
        Path file = layout.resolveSibling("layer");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(BYTES);
        }
        byte[] config = "{\"architecture\": \"amd64\", \"os\": \"linux\"}".getBytes(StandardCharsets.UTF_8);
        ImageManifest image = ImageManifest.of(
                new Descriptor(MediaTypes.OCI_CONFIG, Digest.of(config), config.length),
                List.of(new Descriptor(MediaTypes.OCI_LAYER_GZIP, digest(file), BYTES)));
        try (OciLayout written = OciLayout.create(layout)) {
            written.writeBlob(image.config(), () -> new ByteArrayInputStream(config));
            written.writeBlob(image.layers().getFirst(), () -> Files.newInputStream(file));
            written.writeManifest(image);
        }
        return image;
    }

    private static Digest digest(Path file) throws Exception {
        try (InputStream in = new DigestInputStream(
                Channels.newInputStream(Files.newByteChannel(file)), MessageDigest.getInstance("SHA-256"))) {
            long _ = in.transferTo(OutputStream.nullOutputStream());
            byte[] hash = ((DigestInputStream) in).getMessageDigest().digest();
            return Digest.parse("sha256:" + HexFormat.of().formatHex(hash)).orElseThrow();
        }
    }

    /** The process: publishes an image of a layout, and says how much memory it had at most. */
    static final class Publisher {
        private Publisher() {}

        public static void main(String... arguments) throws IOException {
            OciLayout layout = OciLayout.open(Path.of(arguments[1]));
            String text = arguments[0] + ":1.0.0";
            Tag tag = new Tag(text, ImageReference.parse(text), Access.STRICT, Moves.NEVER, Optional.empty());
            Wanted wanted =
                    new Wanted(tag, layout.manifest(Digest.parse(arguments[2]).orElseThrow()), false);
            try (HttpClient client = HttpClient.anonymous()) {
                Destination there = new Destination(
                        client.open(arguments[0]), tag.reference(), Access.STRICT, true, List.of(wanted), List.of());
                Outcome outcome = new Transaction(
                                Publication.of("hello", "1.0.0", layout, List.of(there)),
                                new TransactionOptions(false, false, 4, WaitTimes.STANDARD),
                                Ledger.open(new LedgerInMemory()),
                                Attachment.none(),
                                _ -> {})
                        .run();
                outcome.failure().ifPresent(failure -> {
                    throw failure;
                });
            }
            SmallProcess.printPeak();
        }
    }
}
