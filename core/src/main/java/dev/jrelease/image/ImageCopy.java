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
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/**
 * Copies images from one place to another: blobs first and side by side, then manifests, then the indexes that name
 * them. What is there already is not sent again.
 */
public final class ImageCopy {
    private final ImageSource source;
    private final ImageSink sink;
    private final Predicate<Descriptor> mounted;
    private final int parallelism;
    private final TransferListener listener;

    /**
     * @param mounted tries to make a blob appear in the sink without sending it; says whether that worked
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

    public ImageCopy(ImageSource source, ImageSink sink, int parallelism) {
        this(source, sink, parallelism, TransferListener.SILENT);
    }

    /** Copies manifests and indexes with everything they name. */
    public void copy(List<? extends Manifest> roots) throws InterruptedException {
        Map<Digest, Manifest> ordered = new LinkedHashMap<>();
        roots.forEach(root -> collect(root, ordered));
        Collection<Descriptor> blobs = blobs(ordered.values()).values();
        blobs.forEach(blob -> report(blob, State.PLANNED));
        Parallel.run(parallelism, blobs.stream().map(this::transfer).toList());
        ordered.values().forEach(sink::writeManifest);
    }

    /** What a manifest names comes before it. What the sink has already is complete there: such was its promise. */
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

    /** Everything that images name, once. */
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
                .hint("it is broken where it is: whoever pushed it has to push it again")
                .build();
    }

    private Callable<Digest> transfer(Descriptor blob) {
        return () -> {
            report(blob, bring(blob));
            return blob.digest();
        };
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

    /** A configuration is small: it is read whole, in the time that is given to documents. */
    private InputStream content(Descriptor blob) throws IOException {
        boolean config = MediaTypes.toOci(blob.mediaType()).equals(MediaTypes.OCI_CONFIG);
        return config ? new ByteArrayInputStream(source.bytes(blob)) : source.blob(blob);
    }

    /** The image manifests that a manifest or index comes down to, lowest first; attestations are among them. */
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
