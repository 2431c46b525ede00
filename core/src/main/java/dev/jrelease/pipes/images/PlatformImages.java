package dev.jrelease.pipes.images;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Platform;
import dev.jrelease.registry.Repository;
import java.util.ArrayList;
import java.util.List;

/** The images of a repository that a build for a platform may have taken: any variant of its architecture will do. */
record PlatformImages(Repository repository, Platform platform) {

    /** @param root an image, or an index of several */
    List<ImageManifest> of(Manifest root) {
        List<ImageManifest> images = new ArrayList<>();
        collect(root, images);
        return images;
    }

    private void collect(Manifest manifest, List<ImageManifest> images) {
        switch (manifest) {
            case ImageManifest image -> {
                if (!image.isArtifact()) {
                    images.add(image);
                }
            }
            case ImageIndex index ->
                index.manifests().stream()
                        .filter(this::fits)
                        .forEach(child -> collect(repository.manifest(child.digest()), images));
        }
    }

    private boolean fits(Descriptor child) {
        return child.platform().filter(platform::isSameArchitecture).isPresent();
    }
}
