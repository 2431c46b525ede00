package dev.jrelease.image;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Transfer.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Copies images from a source to a sink: blobs first and in parallel, then manifests, then indexes. Content that the
 * sink has is not sent again.
 */
public final class ImageCopy {
    private final ImageSource source;
    private final ImageSink sink;
    private final Predicate<Descriptor> mounted;
    private final int parallelism;
    private final TransferListener listener;

    /**
     *
     * @param mounted tries to mount a blob in the sink without sending it; returns whether that worked
     */
    public ImageCopy(
            ImageSource source,
            ImageSink sink,
            Predicate<Descriptor> mounted,
            int parallelism,
            TransferListener listener) {
        this.source = source;
        this.sink = sink;
        this.mounted = mounted;
        this.parallelism = parallelism;
        this.listener = listener;
    }

    public ImageCopy(ImageSource source, ImageSink sink, int parallelism, TransferListener listener) {
        this(source, sink, blob -> false, parallelism, listener);
    }

    /** Copies manifests and indexes with everything they refer to. */
    public void copy(List<? extends Manifest> roots) throws InterruptedException {
        Map<Digest, Manifest> ordered = new LinkedHashMap<>();
        roots.forEach(root -> collect(root, ordered));
        copyBlobs(blobs(ordered.values()).values());
        ordered.values().forEach(sink::writeManifest);
    }

    /** Copies blobs, which no manifest names yet. */
    public void copyBlobs(Collection<Descriptor> blobs) throws InterruptedException {
        blobs.forEach(blob -> report(blob, State.PLANNED));
        Parallel.forEach(parallelism, blobs, blob -> report(blob, bring(blob)));
    }

    /**
     * Collects children before their parents. A manifest that the sink has is complete there, by the contract of {@link
     * ImageSink}.
     */
    private void collect(Manifest manifest, Map<Digest, Manifest> ordered) {
        if (ordered.containsKey(manifest.digest()) || sink.hasManifest(manifest.digest())) {
            return;
        }
        if (manifest instanceof ImageIndex index) {
            for (Descriptor child : index.manifests()) {
                collect(child(child, index), ordered);
            }
        }
        ordered.put(manifest.digest(), manifest);
    }

    private Manifest child(Descriptor named, ImageIndex index) {
        Manifest child = source.manifest(named.digest());
        long size = child.descriptor().size();
        if (size != named.size()) {
            throw contradiction(index, named, "there are " + size);
        }
        return child;
    }

    /** All blobs of these images, each once. */
    private Map<Digest, Descriptor> blobs(Collection<Manifest> manifests) {
        Map<Digest, Descriptor> blobs = new LinkedHashMap<>();
        for (Manifest manifest : manifests) {
            for (Descriptor blob :
                    manifest instanceof ImageManifest image ? image.references() : List.<Descriptor>of()) {
                Descriptor same = blobs.putIfAbsent(blob.digest(), blob);
                if (same != null && same.size() != blob.size()) {
                    throw contradiction(manifest, blob, "elsewhere it has " + same.size());
                }
            }
        }
        return blobs;
    }

    private ReleaseException contradiction(Manifest manifest, Descriptor named, String but) {
        return ReleaseException.couldNot(FailureKind.REGISTRY, "copy " + source + "@" + manifest.digest())
                .because("it names " + named.digest() + " with " + named.size() + " bytes, but " + but)
                .hint("the manifest in the source is damaged: build and push it again")
                .build();
    }

    /** How it came to be in the sink. */
    private State bring(Descriptor blob) {
        if (sink.hasBlob(blob)) {
            return State.PRESENT;
        }
        if (mounted.test(blob)) {
            return State.MOUNTED;
        }
        write(blob);
        return State.SENT;
    }

    private void report(Descriptor blob, State state) {
        long done = state == State.PLANNED ? 0 : blob.size();
        listener.on(new Transfer(blob, sink.toString(), state, done));
    }

    private void write(Descriptor blob) {
        try {
            sink.writeBlob(blob, () -> new CountedTransfer(content(blob), blob, sink.toString(), listener));
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "copy the blob " + blob.digest())
                    .because(problem)
                    .build();
        }
    }

    /** A configuration is small, so it is read whole, within the time limit for documents. */
    private InputStream content(Descriptor blob) throws IOException {
        boolean config = MediaTypes.toOci(blob.mediaType()).equals(MediaTypes.OCI_CONFIG);
        return config ? new ByteArrayInputStream(source.bytes(blob)) : source.blob(blob);
    }

    /** All image manifests of a manifest or index, depth first; attestations are included. */
    public static List<ImageManifest> images(Manifest manifest, ImageSource source) {
        return switch (manifest) {
            case ImageManifest image -> List.of(image);
            case ImageIndex index -> {
                List<ImageManifest> all = new ArrayList<>();
                index.manifests().forEach(child -> all.addAll(images(source.manifest(child.digest()), source)));
                yield all;
            }
        };
    }
}
