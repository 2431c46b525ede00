package dev.jrelease.pipes.images;

import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageKey;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.pipes.images.plan.IndexChild;
import dev.jrelease.pipes.images.plan.IndexTask;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What each name of this release holds: what was found under it and adopted, else what was found under another name of
 * the same image or index, else what was built. So a second try on another host ends as the first would have.
 */
public final class ImageContents {
    private final Run run;

    ImageContents(Run run) {
        this.run = run;
    }

    /** The built image with this key. */
    BuiltImage built(ImageKey key) {
        return run.produced(BuiltImage.class).stream()
                .filter(image -> image.image().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no image was built for " + key));
    }

    /** What an image is, or will be, under one of its names. */
    ImageManifest of(ImageKey key, ImageName name) {
        BuiltImage built = built(key);
        return Stream.concat(Stream.of(name), built.image().names().stream())
                .flatMap(other -> found(other, ImageManifest.class).stream())
                .findFirst()
                .orElse(built.manifest());
    }

    /** What an image is, or will be, in an index. */
    ImageManifest of(IndexChild.Built child) {
        return child.name()
                .map(name -> of(child.image(), name))
                .orElseGet(() -> run.produced(AdoptedImage.class).stream()
                        .filter(adopted -> adopted.image().equals(child.image()))
                        .map(AdoptedImage::manifest)
                        .findFirst()
                        .orElseGet(() -> built(child.image()).manifest()));
    }

    /** What an index is, or will be, under its name. */
    ImageIndex of(IndexTask index) {
        return found(index).orElseGet(() -> combined(index).manifest());
    }

    /** What was found under the name of an index, or under another name of the same. */
    Optional<ImageIndex> found(IndexTask index) {
        return Stream.concat(Stream.of(index.name()), index.allNames().stream())
                .flatMap(name -> found(name, ImageIndex.class).stream())
                .findFirst();
    }

    private CombinedIndex combined(IndexTask index) {
        return run.produced(CombinedIndex.class).stream()
                .filter(made -> made.index().name().equals(index.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no index was made for " + index.name().text()));
    }

    private <M extends Manifest> Optional<M> found(ImageName name, Class<M> kind) {
        return run.produced(FoundTag.class).stream()
                .filter(tag -> tag.name().reference().equals(name.reference()))
                .map(FoundTag::found)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }
}
