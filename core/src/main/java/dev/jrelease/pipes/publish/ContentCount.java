package dev.jrelease.pipes.publish;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.Manifest;
import java.util.List;
import java.util.stream.Stream;

/** Counts what a repository holds of a release: each image and each index once, however many name it. */
final class ContentCount {
    private ContentCount() {}

    /** {@code 1 image}, {@code 2 images and 1 index}. */
    static String of(List<Manifest> roots) {
        long indexes = roots.stream()
                .filter(ImageIndex.class::isInstance)
                .map(Manifest::digest)
                .distinct()
                .count();
        long images = roots.stream().flatMap(ContentCount::manifests).distinct().count() - indexes;
        String some = images + (images == 1 ? " image" : " images");
        return indexes == 0 ? some : some + " and " + indexes + (indexes == 1 ? " index" : " indexes");
    }

    /** Itself and what it names. */
    private static Stream<Digest> manifests(Manifest root) {
        return Stream.concat(
                Stream.of(root.digest()),
                root instanceof ImageIndex index
                        ? index.manifests().stream().map(Descriptor::digest)
                        : Stream.<Digest>of());
    }
}
