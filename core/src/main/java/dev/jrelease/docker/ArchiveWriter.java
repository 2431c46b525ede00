package dev.jrelease.docker;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.ImageSink;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.VerifiedStream;
import dev.jrelease.json.Json;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Writes a file for {@code docker load}: an OCI image layout, and for older engines a list of the images. The file gets
 * its name when it is complete.
 */
public final class ArchiveWriter implements ImageSink, AutoCloseable {
    private static final String BLOBS = "blobs/sha256/";

    private final Path file;
    private final Path unfinished;
    private final OutputStream out;
    private final TarArchiveOutputStream tar;
    private final Set<Digest> written = new HashSet<>();
    private final Map<Digest, ImageManifest> images = new LinkedHashMap<>();

    private ArchiveWriter(Path file, Path unfinished, OutputStream out) {
        this.file = file;
        this.unfinished = unfinished;
        this.out = out;
        this.tar = new TarArchiveOutputStream(out);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    /**
     * Begins a file.
     *
     * @throws ReleaseException of kind ENVIRONMENT if it cannot be written
     */
    public static ArchiveWriter create(Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try {
            OutputStream out = new BufferedOutputStream(new FileOutputStream(unfinished.toFile()), 1 << 16);
            return new ArchiveWriter(file, unfinished, out);
        } catch (IOException problem) {
            throw failure(file, problem);
        }
    }

    private static ReleaseException failure(Path file, IOException problem) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "write " + file)
                .because(problem)
                .build();
    }

    @Override
    public synchronized boolean hasBlob(Descriptor blob) {
        return written.contains(blob.digest());
    }

    @Override
    public synchronized boolean hasManifest(Digest digest) {
        return written.contains(digest);
    }

    @Override
    public synchronized void writeBlob(Descriptor blob, Content content) throws IOException {
        try (InputStream in = new VerifiedStream(blob, content.open())) {
            entry(BLOBS + blob.digest().hex(), blob.size(), in);
        }
        written.add(blob.digest());
    }

    @Override
    public synchronized void writeManifest(Manifest manifest) {
        if (manifest instanceof ImageManifest image) {
            refuseForeign(image);
        }
        document(BLOBS + manifest.digest().hex(), manifest.bytes());
        written.add(manifest.digest());
        if (manifest instanceof ImageManifest image) {
            images.put(image.digest(), image);
        }
    }

    private void refuseForeign(ImageManifest image) {
        image.layers().stream().filter(Descriptor::isForeign).findFirst().ifPresent(layer -> {
            throw ReleaseException.couldNot(FailureKind.USAGE, "write the image " + image.digest() + " for docker load")
                    .because("that needs all layers, and " + layer.digest() + " is at "
                            + layer.foreignUrls().getFirst())
                    .hint("choose another platform with --platform, or copy to a registry or a layout")
                    .build();
        });
    }

    /**
     * Completes the file.
     *
     * @param name of the image when it is loaded
     */
    public synchronized void finish(Manifest root, Optional<ImageReference> name) {
        document("index.json", Json.bytes(index(root, name)));
        document("manifest.json", Json.bytes(list(root, name)));
        document("oci-layout", Json.bytes(Json.object().put("imageLayoutVersion", "1.0.0")));
        try {
            tar.close();
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException problem) {
            throw failure(file, problem);
        }
    }

    private static ObjectNode index(Manifest root, Optional<ImageReference> name) {
        Map<String, String> annotations = new LinkedHashMap<>();
        name.ifPresent(full -> {
            annotations.put("io.containerd.image.name", full.toString());
            full.tag().ifPresent(tag -> annotations.put("org.opencontainers.image.ref.name", tag));
        });
        ObjectNode node = Json.object();
        node.put("schemaVersion", 2);
        node.put("mediaType", MediaTypes.OCI_INDEX);
        node.putArray("manifests")
                .add(root.descriptor().withAnnotations(annotations).write());
        return node;
    }

    /** Older engines and skopeo read one image; of an index it is the first. */
    private ArrayNode list(Manifest root, Optional<ImageReference> name) {
        ImageManifest image = images(root).getFirst();
        ArrayNode list = Json.array();
        ObjectNode entry = list.addObject();
        entry.put("Config", BLOBS + image.config().digest().hex());
        ArrayNode tags = entry.putArray("RepoTags");
        name.map(ImageReference::familiar).ifPresent(tags::add);
        ArrayNode layers = entry.putArray("Layers");
        image.layers().forEach(layer -> layers.add(BLOBS + layer.digest().hex()));
        return list;
    }

    private List<ImageManifest> images(Manifest root) {
        return switch (root) {
            case ImageManifest image -> List.of(image);
            case ImageIndex index ->
                index.manifests().stream()
                        .flatMap(child -> Optional.ofNullable(images.get(child.digest())).stream())
                        .toList();
        };
    }

    private void document(String name, byte[] content) {
        try {
            entry(name, content.length, new ByteArrayInputStream(content));
        } catch (IOException problem) {
            throw failure(file, problem);
        }
    }

    private void entry(String name, long size, InputStream content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setModTime(0);
        entry.setMode(0644);
        tar.putArchiveEntry(entry);
        content.transferTo(tar);
        tar.closeArchiveEntry();
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
            Files.deleteIfExists(unfinished);
        } catch (IOException problem) {
            throw failure(file, problem);
        }
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
