package dev.jrelease.pipes.images;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Platform;
import dev.jrelease.pipes.images.entry.DockerManifestConfig.PlatformOverride;
import java.util.List;
import java.util.Optional;

/** Describes what something else pushed, as children of an index. An index is taken apart and keeps its attestations. */
record ExternalImages(ImageSource source, Optional<PlatformOverride> override) {
    List<Descriptor> in(Manifest manifest) {
        return switch (manifest) {
            case ImageIndex index ->
                index.manifests().stream()
                        .flatMap(child -> child(child).stream())
                        .toList();
            case ImageManifest image -> List.of(described(image.descriptor(), image));
        };
    }

    private List<Descriptor> child(Descriptor child) {
        return switch (source.manifest(child.digest())) {
            case ImageIndex nested -> in(nested);
            case ImageManifest image -> List.of(child.platform().isPresent() ? child : described(child, image));
        };
    }

    /** @param named as it is named where it lies, of which everything is kept */
    private Descriptor described(Descriptor named, ImageManifest image) {
        if (image.isArtifact()) {
            return named;
        }
        ImageConfig config = source.config(image);
        Platform own = config.platform();
        return named.withPlatform(override.map(other -> other.on(own)).orElse(own))
                .withOsFeatures(config.osFeatures());
    }
}
