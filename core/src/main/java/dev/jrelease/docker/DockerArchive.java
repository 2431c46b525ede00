package dev.jrelease.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Reason;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.LayerSink;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.VerifiedStream;
import dev.jrelease.json.Json;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/**
 * A file as {@code docker save} writes it. Newer engines put an OCI image layout in it; older ones, uncompressed layers
 * without a manifest.
 *
 * @see <a href="https://github.com/moby/docker-image-spec/blob/main/v1.3.1/image-spec.md">the older form</a>
 */
public final class DockerArchive implements ImageSource {
    private static final String BLOBS = "blobs/sha256/";
    private static final String INDEX = "index.json";
    private static final String LIST = "manifest.json";
    private static final String FULL_NAME = "io.containerd.image.name";
    private static final String NAME = "org.opencontainers.image.ref.name";

    private final Path file;
    private final Map<String, Part> parts = new LinkedHashMap<>();

    private record Part(long from, long size) {}

    private DockerArchive(Path file) {
        this.file = file;
    }

    /**
     * Reads where everything is in the file.
     *
     * @throws ReleaseException of kind ENVIRONMENT if it is no such file
     */
    public static DockerArchive open(Path file) {
        DockerArchive archive = new DockerArchive(file);
        refuseCompressed(file);
        try (TarFile tar = new TarFile(file)) {
            for (TarArchiveEntry entry : tar.getEntries()) {
                archive.parts.put(entry.getName(), new Part(entry.getDataOffset(), entry.getSize()));
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw failure(file, "it is not a tar file that can be read")
                    .cause(broken)
                    .build();
        }
        if (!archive.parts.containsKey(INDEX) && !archive.parts.containsKey(LIST)) {
            throw failure(file, "it has neither index.json nor manifest.json")
                    .hint("use a file that docker save has written")
                    .build();
        }
        return archive;
    }

    private static void refuseCompressed(Path file) {
        try (InputStream in = new FileInputStream(file.toFile())) {
            switch (BlobKind.of(in.readNBytes(BlobKind.HEAD), Files.size(file))) {
                case GZIP -> throw compressed(file, "gunzip");
                case ZSTD -> throw compressed(file, "unzstd");
                case TAR, DOCUMENT -> {}
            }
        } catch (FileNotFoundException missing) {
            throw failure(file, "there is no such file").build();
        } catch (IOException unreadable) {
            throw failure(file, Reason.of(unreadable)).cause(unreadable).build();
        }
    }

    private static ReleaseException compressed(Path file, String program) {
        return failure(file, "it is compressed")
                .hint("decompress it with " + program)
                .build();
    }

    private static ReleaseException.Builder failure(Path file, String why) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read " + file + " as an archive of docker save")
                .because(why);
    }

    private ReleaseException damaged(Exception why) {
        return failure(file, "it is damaged: " + why.getMessage()).cause(why).build();
    }

    /** The images of the file. */
    public List<SavedImage> images() {
        try {
            return parts.containsKey(INDEX) ? inLayout() : inList();
        } catch (IOException | IllegalArgumentException malformed) {
            throw damaged(malformed);
        }
    }

    private List<SavedImage> inLayout() throws IOException {
        Map<Digest, Set<String>> names = new LinkedHashMap<>();
        for (Descriptor entry :
                Manifest.read(MediaTypes.OCI_INDEX, document(INDEX)).references()) {
            Set<String> all = names.computeIfAbsent(entry.digest(), _ -> new LinkedHashSet<>());
            Optional.ofNullable(entry.annotations().get(FULL_NAME))
                    .or(() -> Optional.ofNullable(entry.annotations().get(NAME)))
                    .ifPresent(all::add);
        }
        List<SavedImage> images = new ArrayList<>();
        for (var entry : names.entrySet()) {
            images.add(saved(entry.getValue(), held(manifest(entry.getKey()))));
        }
        return images;
    }

    /** An engine saves an index as it is, also if it has only one of the images. */
    private Manifest held(Manifest manifest) {
        List<Descriptor> here = manifest instanceof ImageIndex index
                ? index.manifests().stream()
                        .filter(child -> parts.containsKey(path(child.digest())))
                        .toList()
                : List.of();
        List<Manifest> images = here.stream()
                .map(child -> manifest(child.digest()))
                .filter(child -> child instanceof ImageManifest image && !image.isArtifact() && isRunnable(image))
                .toList();
        return images.size() == 1 && here.size() < manifest.references().size() ? images.getFirst() : manifest;
    }

    private boolean isRunnable(ImageManifest image) {
        return !config(image).platform().isUnknown();
    }

    /** A manifest whose layers are not compressed was made when the image was saved; no registry has it. */
    private SavedImage saved(Set<String> names, Manifest manifest) {
        boolean asItIs = !(manifest instanceof ImageManifest image)
                || image.layers().stream()
                        .map(layer -> MediaTypes.toOci(layer.mediaType()))
                        .noneMatch(MediaTypes.OCI_LAYER::equals);
        return asItIs
                ? new SavedImage(names, Optional.of(manifest), manifest.digest())
                : new SavedImage(
                        names,
                        Optional.empty(),
                        ((ImageManifest) manifest).config().digest());
    }

    private List<SavedImage> inList() throws IOException {
        List<SavedImage> images = new ArrayList<>();
        for (JsonNode image : Json.parse(document(LIST))) {
            Set<String> names = new LinkedHashSet<>();
            image.path("RepoTags").forEach(name -> names.add(name.asText()));
            Digest config = Digest.of(document(image.path("Config").asText()));
            images.add(new SavedImage(names, Optional.empty(), config));
        }
        return images;
    }

    /** Compresses the layers of an image that has no manifest, and gives it one. */
    public ImageManifest compress(SavedImage image, LayerSink sink) throws InterruptedException {
        try (InputStream whole = new FileInputStream(file.toFile())) {
            ImageConfig config = ImageConfig.read(configuration(image.id()));
            OldLayerNames names = OldLayerNames.of(config.diffIds());
            return new ImageExport(new ImageId(image.id()), config.platform(), sink, BaseLayers.NONE, names)
                    .read(whole, new SharedLayers());
        } catch (IOException | IllegalArgumentException unusable) {
            throw damaged(unusable);
        }
    }

    private byte[] configuration(Digest id) throws IOException {
        if (parts.containsKey(path(id))) {
            return document(path(id));
        }
        for (JsonNode image : Json.parse(document(LIST))) {
            byte[] config = document(image.path("Config").asText());
            if (Digest.of(config).equals(id)) {
                return config;
            }
        }
        throw new NoSuchFileException(id.toString());
    }

    private static String path(Digest digest) {
        return BLOBS + digest.hex();
    }

    private byte[] document(String name) throws IOException {
        try (InputStream content = part(name)) {
            byte[] bytes = content.readNBytes(MAX_SMALL_BLOB + 1);
            if (bytes.length > MAX_SMALL_BLOB) {
                throw new IOException(name + " is larger than " + (MAX_SMALL_BLOB >> 20) + " MiB");
            }
            return bytes;
        }
    }

    private InputStream part(String name) throws IOException {
        Part part = parts.get(name);
        if (part == null) {
            throw new IOException("it lacks " + name);
        }
        return new FileSlice(file, part.from, part.size);
    }

    @Override
    public Manifest manifest(Digest digest) {
        try {
            byte[] bytes = document(path(digest));
            if (!Digest.of(bytes).equals(digest)) {
                throw new IOException(digest + " has other content");
            }
            return Manifest.read("", bytes);
        } catch (IOException | IllegalArgumentException malformed) {
            throw damaged(malformed);
        }
    }

    @Override
    public InputStream blob(Descriptor blob) throws IOException {
        return new VerifiedStream(blob, part(path(blob.digest())));
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
