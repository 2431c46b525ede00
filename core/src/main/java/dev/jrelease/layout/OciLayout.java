package dev.jrelease.layout;

import dev.jrelease.concurrent.FolderLock;
import dev.jrelease.concurrent.Workers;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.LayerPlace;
import dev.jrelease.image.LayerPlace.InFile;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.image.LayerSink;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Repositories;
import dev.jrelease.image.TaggedImages;
import dev.jrelease.layout.LayersElsewhere.Noted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An OCI image layout in a folder. Safe for several threads; one process at a time may write. Everything in it is
 * complete, even if a run is killed; layers may be elsewhere.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/image-layout.md">OCI image layout</a>
 */
public final class OciLayout implements TaggedImages, LayerSink, AutoCloseable {
    private final Path directory;
    private final BlobStore blobs;
    private final LayoutFiles files;
    private final LayersElsewhere elsewhere;
    private final @Nullable Writing writing;
    private final Map<Digest, Object> fetching = new ConcurrentHashMap<>();
    private final Map<Digest, Descriptor> layers = new ConcurrentHashMap<>();
    private volatile LayoutIndex index;

    /** The resources of a layout that is open for writing. */
    private record Writing(FolderLock lock, Workers workers, Semaphore blocks) {
        LayerWriter layers(BlobStore blobs) {
            return new LayerWriter(blobs, workers, blocks);
        }
    }

    private OciLayout(
            Path directory,
            BlobStore blobs,
            LayoutFiles files,
            LayersElsewhere elsewhere,
            LayoutIndex index,
            @Nullable Writing writing) {
        this.directory = directory;
        this.blobs = blobs;
        this.files = files;
        this.elsewhere = elsewhere;
        this.index = index;
        this.writing = writing;
    }

    /**
     * Opens a layout for writing, and creates it if it does not exist.
     *
     * @throws dev.jrelease.failure.ReleaseException of kind ENVIRONMENT if another run is writing there, or if writing
     *     fails
     */
    public static OciLayout create(Path directory) {
        return create(directory, Repositories.NONE);
    }

    /**
     * The same with layers that may be elsewhere.
     *
     * @param repositories opens those that have them
     */
    public static OciLayout create(Path directory, Repositories repositories) {
        return create(directory, repositories, Workers.perProcessor());
    }

    static OciLayout create(Path directory, Repositories repositories, Workers workers) {
        BlobStore blobs = new BlobStore(directory);
        LayoutFiles files = new LayoutFiles(directory, blobs);
        try {
            Files.createDirectories(directory);
            FolderLock lock = FolderLock.take(directory).orElseThrow(() -> inUse(directory));
            try {
                blobs.prepare();
                Writing writing = new Writing(lock, workers, LayerWriter.blocks(workers));
                LayoutIndex index = files.readOrWrite();
                return new OciLayout(
                        directory, blobs, files, LayersElsewhere.read(directory, repositories), index, writing);
            } catch (IOException | RuntimeException problem) {
                lock.close();
                throw problem;
            }
        } catch (IOException problem) {
            throw DiskFailure.of("write images to " + directory, directory, problem);
        }
    }

    private static ReleaseException inUse(Path directory) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "write images to " + directory)
                .because("another run is writing there")
                .hint("wait until it has ended, or stop it")
                .build();
    }

    /**
     * Opens a layout for reading.
     *
     * @throws dev.jrelease.failure.ReleaseException of kind ENVIRONMENT if the folder is not a layout
     */
    public static OciLayout open(Path directory) {
        return open(directory, Repositories.NONE);
    }

    /**
     * The same with layers that may be elsewhere.
     *
     * @param repositories opens those that have them
     */
    public static OciLayout open(Path directory, Repositories repositories) {
        BlobStore blobs = new BlobStore(directory);
        LayoutFiles files = new LayoutFiles(directory, blobs);
        LayoutIndex index = files.read();
        return new OciLayout(directory, blobs, files, LayersElsewhere.read(directory, repositories), index, null);
    }

    /** Names content of the layout; an older entry with that name is replaced. */
    public void tag(String referenceName, Descriptor descriptor) {
        tag(List.of(referenceName), descriptor);
    }

    /** The same with several names, which are written once. */
    public void tag(List<String> names, Descriptor descriptor) {
        change("the names " + String.join(", ", names), descriptor, before -> before.with(names, descriptor));
    }

    /** Lists content of the layout without a name, unless it is listed. */
    public void list(Descriptor descriptor) {
        change("the entry " + descriptor.digest(), descriptor, before -> before.with(descriptor));
    }

    private synchronized void change(String what, Descriptor descriptor, UnaryOperator<LayoutIndex> how) {
        if (!blobs.has(descriptor)) {
            throw new IllegalArgumentException(descriptor.digest() + " is not in " + directory);
        }
        LayoutIndex changed = how.apply(index);
        try {
            writing();
            if (!changed.equals(index)) {
                files.write(changed);
            }
        } catch (IOException problem) {
            throw blobs.failure(what, problem);
        }
        index = changed;
    }

    /** The name of an entry. */
    public static Optional<String> name(Descriptor entry) {
        return Optional.of(LayoutIndex.name(entry)).filter(name -> !name.isEmpty());
    }

    /** The content with this name; names are compared exactly. */
    public Optional<Descriptor> find(String referenceName) {
        return index.find(referenceName);
    }

    /** All named content, sorted by name; the name is an annotation. */
    public List<Descriptor> entries() {
        return index.entries();
    }

    @Override
    public Optional<Manifest> tagged(String tag) {
        return find(tag).map(entry -> manifest(entry.digest()));
    }

    @Override
    public void writeTag(String tag, Manifest manifest) {
        tag(tag, manifest.descriptor());
    }

    /** As other tools write it: in an index with a name made from the digest, or as an entry that has a subject. */
    @Override
    public List<Descriptor> referrers(Digest subject) {
        Stream<Descriptor> named = tagged(subject.asTag()).stream().flatMap(list -> list.references().stream());
        Stream<Descriptor> listed = entries().stream().filter(entry -> isAbout(entry, subject));
        return Stream.concat(named, listed)
                .collect(Collectors.toMap(Descriptor::digest, entry -> entry, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private boolean isAbout(Descriptor entry, Digest subject) {
        return MediaTypes.MANIFESTS.contains(entry.mediaType())
                && manifest(entry.digest()).subject().equals(Optional.of(subject));
    }

    @Override
    public Manifest manifest(Digest digest) {
        return blobs.manifest(digest);
    }

    @Override
    public InputStream blob(Descriptor blob) throws IOException {
        if (place(blob).orElse(null) instanceof InRepository place) {
            if (writing == null) {
                return elsewhere.read(blob, place);
            }
            fetch(blob, place);
        }
        return blobs.read(blob);
    }

    /** Fetches a layer once, even if several threads read it at the same time. */
    private void fetch(Descriptor layer, InRepository place) throws IOException {
        synchronized (fetching.computeIfAbsent(layer.digest(), _ -> new Object())) {
            if (!blobs.has(layer)) {
                blobs.write(layer, () -> elsewhere.read(layer, place));
            }
        }
    }

    /** Fetches all layers of an image that are elsewhere. */
    public void complete(ImageManifest image) throws IOException {
        for (Descriptor layer : image.layers()) {
            if (place(layer).orElse(null) instanceof InRepository place) {
                fetch(layer, place);
            }
        }
    }

    /** The place of the content of a layer; empty if it is not known. */
    public Optional<LayerPlace> place(Descriptor layer) {
        return blobs.has(layer.digest())
                ? Optional.of(new InFile(blobs.file(layer.digest())))
                : elsewhere.find(layer.digest()).map(Noted::place);
    }

    /** A layer that is elsewhere. */
    public Optional<Descriptor> elsewhere(Digest layer) {
        return elsewhere.find(layer).map(Noted::layer);
    }

    @Override
    public void noteElsewhere(Descriptor layer, InRepository place) {
        writing();
        try {
            elsewhere.note(layer, place, files);
        } catch (IOException problem) {
            throw blobs.failure("the place of the layer " + layer.digest(), problem);
        }
    }

    /**
     * The same if the repository has the layer now; false if it does not, or cannot be asked.
     *
     * @param image a manifest that names the layer
     */
    public boolean findElsewhere(Descriptor layer, InRepository place, Digest image) {
        boolean found = elsewhere.isIn(place, layer, image);
        if (found) {
            noteElsewhere(layer, place);
        }
        return found;
    }

    @Override
    public boolean hasBlob(Descriptor blob) {
        return blobs.has(blob) || elsewhere.has(blob.digest());
    }

    @Override
    public boolean hasManifest(Digest digest) {
        return blobs.has(digest);
    }

    @Override
    public void writeBlob(Descriptor blob, Content content) throws IOException {
        writing();
        blobs.write(blob, content);
    }

    /**
     * Takes over a blob from a file, by a link or a copy. Its content is not verified before it is read.
     *
     * @param content a file that holds the blob, and is not written to from now on
     */
    public void takeBlob(Descriptor blob, Path content) throws IOException {
        writing();
        if (!blobs.has(blob)) {
            blobs.take(blob, content);
        }
    }

    /**
     * Takes over a layer that was compressed before.
     *
     * @param content as for a blob
     */
    public void takeLayer(Digest diffId, Descriptor layer, Path content) throws IOException {
        takeBlob(layer, content);
        layers.put(diffId, layer);
    }

    /** The file of a blob, which may be linked, but not written to. */
    public Path file(Digest blob) {
        return blobs.file(blob);
    }

    @Override
    public void writeManifest(Manifest manifest) {
        writing();
        for (Descriptor named : manifest.references()) {
            if (!hasBlob(named)) {
                throw new IllegalArgumentException(
                        manifest.digest() + " names " + named.digest() + ", which is not in " + directory);
            }
        }
        blobs.write(manifest);
    }

    @Override
    public Optional<Descriptor> layer(Digest diffId) {
        return Optional.ofNullable(layers.get(diffId));
    }

    @Override
    public Descriptor writeLayer(InputStream uncompressed) throws IOException, InterruptedException {
        var layer = writing().layers(blobs).write(uncompressed);
        layers.put(layer.diffId(), layer.descriptor());
        return layer.descriptor();
    }

    @Override
    public Written writeLayer(InputStream uncompressed, BaseLayers base) throws IOException, InterruptedException {
        writing();
        try (SpooledLayer spooled = SpooledLayer.read(uncompressed, blobs)) {
            Optional<Descriptor> known = base.layer(spooled.diffId()).or(() -> layer(spooled.diffId()));
            if (known.isPresent()) {
                return new Written(spooled.diffId(), known.get());
            }
            try (InputStream content = spooled.content()) {
                return new Written(spooled.diffId(), writeLayer(content));
            }
        }
    }

    private Writing writing() {
        if (writing == null) {
            throw new IllegalStateException(directory + " is open for reading only");
        }
        return writing;
    }

    @Override
    public String toString() {
        return directory.toString();
    }

    /** Unlocks the layout for other processes. */
    @Override
    public void close() {
        if (writing == null) {
            return;
        }
        writing.workers().close();
        try {
            try {
                blobs.finish();
            } finally {
                writing.lock().close();
            }
        } catch (IOException problem) {
            throw DiskFailure.of("finish writing to " + directory, directory, problem);
        }
    }
}
