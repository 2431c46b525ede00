package dev.jrelease.manifest;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.ImageSink;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.Manifest;
import dev.jrelease.places.PlacedImage;
import dev.jrelease.publish.MountSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The content of several places, read as that of one: every manifest once, each blob where it was found first. */
final class FoundContent implements ImageSource {
    private final Map<Digest, Manifest> manifests = new HashMap<>();
    private final Map<Digest, ImageSource> holders = new HashMap<>();

    /** Adds an image or index with everything that it names. */
    void add(PlacedImage image) {
        add(image.manifest(), image.source());
    }

    private void add(Manifest manifest, ImageSource source) {
        if (manifests.putIfAbsent(manifest.digest(), manifest) != null) {
            return;
        }
        for (Descriptor named : manifest.references()) {
            switch (manifest) {
                case ImageIndex _ -> add(source.manifest(named.digest()), source);
                case ImageManifest _ -> holders.putIfAbsent(named.digest(), source);
            }
        }
    }

    /** Adds images that were made of others here, with the same blobs. */
    void addMade(List<ImageManifest> images) {
        images.forEach(image -> manifests.put(image.digest(), image));
    }

    /** Tries to take a blob over from another repository of the registry that is written to. */
    boolean isMounted(Descriptor blob, ImageSink sink) {
        return sink instanceof ImageRepository into
                && mounts(into).stream()
                        .filter(from -> from.mayHold().test(blob.digest()))
                        .anyMatch(from -> into.mount(blob, from.repository()));
    }

    /** The other repositories of a registry that blobs were found in. */
    List<MountSource> mounts(ImageRepository into) {
        return holders.values().stream()
                .distinct()
                .filter(ImageRepository.class::isInstance)
                .flatMap(from -> sibling(((ImageRepository) from).name(), into.name())
                        .map(path -> new MountSource(path, blob -> from.equals(holders.get(blob))))
                        .stream())
                .toList();
    }

    /** The path of a repository that is in the registry of another one. */
    private static Optional<String> sibling(String from, String into) {
        String registry = into.substring(0, into.indexOf('/') + 1);
        return from.startsWith(registry) && !from.equals(into)
                ? Optional.of(from.substring(registry.length()))
                : Optional.empty();
    }

    @Override
    public Manifest manifest(Digest digest) {
        return Optional.ofNullable(manifests.get(digest)).orElseThrow(() -> missing("manifest " + digest));
    }

    @Override
    public InputStream blob(Descriptor blob) throws IOException {
        return holder(blob).blob(blob);
    }

    @Override
    public byte[] bytes(Descriptor blob) throws IOException {
        return holder(blob).bytes(blob);
    }

    private ImageSource holder(Descriptor blob) {
        return Optional.ofNullable(holders.get(blob.digest())).orElseThrow(() -> missing("blob " + blob.digest()));
    }

    private static ReleaseException missing(String what) {
        return ReleaseException.couldNot(FailureKind.BUILD, "read the " + what)
                .because("no source has it")
                .build();
    }

    @Override
    public String toString() {
        return "the sources";
    }
}
