package dev.jrelease.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Transfer.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImageCopyTest {
    private static final byte[] LARGE = new byte[300 << 10];

    private final Memory source = new Memory(Set.of());
    private final Descriptor config = source.add(MediaTypes.OCI_CONFIG, "{}".getBytes(StandardCharsets.UTF_8));
    private final Descriptor large = source.add("application/vnd.oci.image.layer.v1.tar", LARGE);
    private final Descriptor small = source.add("application/vnd.oci.image.layer.v1.tar", new byte[] {1, 2, 3});
    private final List<Transfer> transfers = new ArrayList<>();

    /** A place in memory; what is written to it is counted, and the first attempt at each blob may fail half-way. */
    private static final class Memory implements ImageSource, ImageSink {
        private final Map<Digest, byte[]> blobs = new LinkedHashMap<>();
        private final Set<Descriptor> failing;

        Memory(Set<Descriptor> failing) {
            this.failing = failing;
        }

        Descriptor add(String type, byte[] content) {
            Digest digest = Digest.of(content);
            blobs.put(digest, content);
            return new Descriptor(type, digest, content.length);
        }

        @Override
        public Manifest manifest(Digest digest) {
            throw new IllegalStateException("there is no index");
        }

        @Override
        public InputStream blob(Descriptor blob) {
            return new ByteArrayInputStream(
                    Optional.ofNullable(blobs.get(blob.digest())).orElseThrow());
        }

        @Override
        public boolean hasBlob(Descriptor blob) {
            return blobs.containsKey(blob.digest());
        }

        @Override
        public boolean hasManifest(Digest digest) {
            return false;
        }

        @Override
        public void writeBlob(Descriptor blob, Content content) throws IOException {
            if (failing.contains(blob)) {
                try (InputStream broken = content.open()) {
                    broken.readNBytes((int) blob.size() / 2);
                }
            }
            try (InputStream whole = content.open()) {
                blobs.put(blob.digest(), whole.readAllBytes());
            }
        }

        @Override
        public void writeManifest(Manifest manifest) {}

        @Override
        public String toString() {
            return "memory";
        }
    }

    private void copy(Memory sink) throws InterruptedException {
        ImageManifest image = ImageManifest.of(config, List.of(large, small));
        new ImageCopy(source, sink, blob -> blob.equals(small), 1, transfers::add).copy(List.of(image));
    }

    private List<Transfer> of(Descriptor blob) {
        return transfers.stream()
                .filter(transfer -> transfer.blob().equals(blob))
                .toList();
    }

    @Test
    void everyBlobIsPlannedBeforeTheFirstIsSent() throws InterruptedException {
        copy(new Memory(Set.of()));

        assertThat(transfers.subList(0, 3)).extracting(Transfer::state).containsOnly(State.PLANNED);
        assertThat(transfers.stream()
                        .filter(transfer -> transfer.state() == State.PLANNED)
                        .mapToLong(Transfer::total)
                        .sum())
                .isEqualTo(config.size() + large.size() + small.size());
    }

    @Test
    void aBlobIsReportedWhileItIsSent() throws InterruptedException {
        copy(new Memory(Set.of()));

        assertThat(of(large))
                .startsWith(new Transfer(large, "memory", State.PLANNED, 0))
                .endsWith(new Transfer(large, "memory", State.SENT, LARGE.length));
        assertThat(of(large))
                .filteredOn(transfer -> transfer.state() == State.SENDING)
                .hasSizeBetween(2, 10)
                .isSortedAccordingTo((one, other) -> Long.compare(one.done(), other.done()));
        assertThat(of(small))
                .containsExactly(
                        new Transfer(small, "memory", State.PLANNED, 0),
                        new Transfer(small, "memory", State.MOUNTED, small.size()));
    }

    @Test
    void aBlobThatIsThereIsNotSent() throws InterruptedException {
        Memory sink = new Memory(Set.of());
        sink.add(large.mediaType(), LARGE);
        copy(sink);

        assertThat(of(large))
                .containsExactly(
                        new Transfer(large, "memory", State.PLANNED, 0),
                        new Transfer(large, "memory", State.PRESENT, LARGE.length));
    }

    @Test
    void whatIsSentAgainBeginsAgain() throws InterruptedException {
        copy(new Memory(Set.of(large)));

        assertThat(of(large).stream()
                        .filter(transfer -> transfer.equals(new Transfer(large, "memory", State.SENDING, 0))))
                .hasSize(2);
        assertThat(of(large)).endsWith(new Transfer(large, "memory", State.SENT, LARGE.length));
    }
}
