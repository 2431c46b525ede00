package dev.jrelease.pipes.images.candidate;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The images of a candidate, in the repositories that they were found in. */
final class CandidateImages implements ImageSource {
    private final Map<Digest, ImageSource> holders = new ConcurrentHashMap<>();
    private final Map<Digest, Manifest> manifests = new ConcurrentHashMap<>();

    /** Adds what was found, with all that it names. */
    Manifest add(FoundCandidate found) {
        return add(found.digest(), found.places().getFirst().repository());
    }

    private Manifest add(Digest digest, ImageSource holder) {
        Manifest known = manifests.get(digest);
        if (known != null) {
            return known;
        }
        Manifest manifest = holder.manifest(digest);
        manifests.put(digest, manifest);
        manifest.references().forEach(named -> holders.putIfAbsent(named.digest(), holder));
        if (manifest instanceof ImageIndex index) {
            index.manifests().forEach(child -> add(child.digest(), holder));
        }
        return manifest;
    }

    /** What the layers and configurations of its images are. */
    Set<Digest> blobs(Manifest root) {
        return ImageCopy.images(root, this).stream()
                .flatMap(image -> image.references().stream())
                .map(Descriptor::digest)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Manifest manifest(Digest digest) {
        return Optional.ofNullable(manifests.get(digest)).orElseThrow(() -> unknown(digest));
    }

    @Override
    public InputStream blob(Descriptor blob) throws IOException {
        ImageSource holder = Optional.ofNullable(holders.get(blob.digest())).orElseThrow(() -> unknown(blob.digest()));
        return holder.blob(blob);
    }

    private static IllegalStateException unknown(Digest digest) {
        return new IllegalStateException("not of the candidate: " + digest);
    }

    @Override
    public String toString() {
        return "the candidate";
    }
}
