package dev.jrelease.places;

import dev.jrelease.docker.DockerArchive;
import dev.jrelease.docker.SavedImage;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.layout.OciLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the images of an archive. One without compressed layers is compressed into a layout, as for a push. */
record ArchiveImages(DockerArchive archive, Scratch scratch) {

    /**
     * All images, or those of one name.
     *
     * @param place in messages
     */
    List<PlacedImage> find(String place, Optional<ImageReference> reference) throws InterruptedException {
        List<SavedImage> all = archive.images();
        List<SavedImage> some = all.stream()
                .filter(image -> reference.isEmpty() || hasName(image, reference.get()))
                .toList();
        if (some.isEmpty()) {
            List<String> names =
                    all.stream().flatMap(image -> image.names().stream()).toList();
            throw ReleaseException.couldNot(FailureKind.USAGE, "read " + place)
                    .because("the archive has no such image")
                    .hint(names.isEmpty() ? "its images have no names" : "its images are " + String.join(", ", names))
                    .build();
        }
        List<PlacedImage> images = new ArrayList<>();
        for (SavedImage image : some) {
            images.add(placed(image));
        }
        return images;
    }

    private static boolean hasName(SavedImage image, ImageReference wanted) {
        return image.names().stream()
                .flatMap(name -> PlacedImage.reference(name).stream())
                .anyMatch(wanted::equals);
    }

    private PlacedImage placed(SavedImage image) throws InterruptedException {
        String name = image.names().stream().findFirst().orElse(image.id().toString());
        Optional<ImageReference> reference = PlacedImage.reference(name);
        if (image.manifest().isPresent()) {
            return new PlacedImage(name, archive, image.manifest().get(), reference);
        }
        OciLayout layout = scratch.layout();
        ImageManifest compressed = archive.compress(image, layout);
        return new PlacedImage(name, layout, compressed, reference);
    }
}
