package dev.jrelease.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the image for a platform in an archive, which may also contain indexes, other platforms and attestations. */
record LayoutSearch(ImageArchive archive, ImageId id, Platform platform) {

    /**
     * The image.
     *
     * @param path the digests of its manifest and of the indexes above it
     */
    record Found(ImageManifest manifest, List<Digest> path, Optional<Platform> platform) {}

    Found find() throws IOException {
        JsonNode index = Json.parse(archive.document("index.json").orElseThrow());
        Manifest top = Manifest.read(MediaTypes.OCI_INDEX, Json.bytes(index));
        List<Found> images = new ArrayList<>();
        collect(top.references(), List.of(), images);
        List<Found> asked = images.stream().filter(this::isAsked).toList();
        List<Found> candidates = asked.isEmpty() ? images : asked;
        return candidates.size() == 1 ? candidates.getFirst() : matching(candidates);
    }

    private boolean isAsked(Found image) {
        return image.path().contains(id.digest())
                || image.manifest().config().digest().equals(id.digest());
    }

    private Found matching(List<Found> images) throws IOException {
        return images.stream()
                .filter(image -> image.platform()
                        .or(() -> stated(image))
                        .filter(platform::matches)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IOException("its archive contains no image for " + platform));
    }

    private void collect(List<Descriptor> entries, List<Digest> above, List<Found> images) {
        for (Descriptor entry : entries) {
            Optional<byte[]> document = isAttestation(entry) ? Optional.empty() : archive.document(entry.digest());
            if (document.isEmpty()) {
                continue; // an index may contain platforms that the engine does not have
            }
            List<Digest> path = new ArrayList<>(above);
            path.add(entry.digest());
            switch (Manifest.read(entry.mediaType(), document.get())) {
                case ImageIndex index -> collect(index.manifests(), path, images);
                case ImageManifest image -> images.add(new Found(image, List.copyOf(path), entry.platform()));
            }
        }
    }

    private static boolean isAttestation(Descriptor entry) {
        return entry.annotations().containsKey("vnd.docker.reference.type")
                || entry.platform().filter(Platform::isUnknown).isPresent();
    }

    private Optional<Platform> stated(Found image) {
        return archive.document(image.manifest().config().digest())
                .map(config -> ImageConfig.read(config).platform());
    }
}
