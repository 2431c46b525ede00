package dev.jrelease.pipes.images;

import dev.jrelease.image.ChildDescriptors;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.IndexBuilder;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.PlatformOverride;
import dev.jrelease.pipes.images.plan.ImageKey;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.pipes.images.plan.IndexChild;
import dev.jrelease.pipes.images.plan.IndexTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each name of this release holds: what was found under it and adopted, else what was found under another name of
 * the same image or index, else what was built. So a second run on another host has the same result as the first.
 *
 * @param indexes that were made, by their names
 * @param layout where all of it lies
 */
public record ImageContents(
        List<BuiltImage> images, List<FoundTag> found, Map<ImageReference, ImageIndex> indexes, ImageSource layout) {

    public ImageContents {
        images = List.copyOf(images);
        found = List.copyOf(found);
        indexes = Map.copyOf(indexes);
    }

    /** Images that were built, before anything else is known. */
    static ImageContents of(List<BuiltImage> built, ImageSource layout) {
        return new ImageContents(built, List.of(), Map.of(), layout);
    }

    /** The same after more tags were looked up. */
    ImageContents withFound(List<FoundTag> more) {
        List<FoundTag> all = new ArrayList<>(found);
        all.addAll(more);
        return new ImageContents(images, all, indexes, layout);
    }

    /** The same with the indexes that were made. */
    ImageContents withIndexes(List<CombinedIndex> made) {
        return new ImageContents(
                images,
                found,
                made.stream()
                        .collect(Collectors.toMap(
                                one -> one.index().name().reference(), CombinedIndex::manifest, (first, _) -> first)),
                layout);
    }

    /** The built image with this key. */
    BuiltImage built(ImageKey key) {
        return images.stream()
                .filter(image -> image.image().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no image was built for " + key));
    }

    /** The manifest of an image under one of its names. */
    ImageManifest of(ImageKey key, ImageName name) {
        BuiltImage built = built(key);
        return Stream.concat(Stream.of(name), built.image().names().stream())
                .flatMap(other -> found(other, ImageManifest.class).stream())
                .findFirst()
                .orElse(built.manifest());
    }

    /** The manifest of an image in an index. */
    ImageManifest of(IndexChild.Built child) {
        return child.name()
                .map(name -> of(child.image(), name))
                .orElseGet(() -> found.stream()
                        .flatMap(tag -> Stream.ofNullable(tag.images().get(child.image())))
                        .findFirst()
                        .orElseGet(() -> built(child.image()).manifest()));
    }

    /** The index under its name. */
    ImageIndex of(IndexTask index) {
        return found(index)
                .or(() -> Optional.ofNullable(indexes.get(index.name().reference())))
                .orElseThrow(() -> new IllegalStateException(
                        "no index was made for " + index.name().text()));
    }

    /** The index that was found under its name, or under another name of the same index. */
    Optional<ImageIndex> found(IndexTask index) {
        return Stream.concat(Stream.of(index.name()), index.allNames().stream())
                .flatMap(name -> found(name, ImageIndex.class).stream())
                .findFirst();
    }

    private <M extends Manifest> Optional<M> found(ImageName name, Class<M> kind) {
        return found.stream()
                .filter(tag -> tag.name().reference().equals(name.reference()))
                .map(FoundTag::found)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    /** Whether a tag holds other content of the same revision, which the release adopts as its own. */
    boolean isAdopted(ImageName name) {
        return found.stream()
                .anyMatch(tag -> tag.adopted() && tag.name().reference().equals(name.reference()));
    }

    /** How an index names an image. It states the platform that the image's own configuration states. */
    Descriptor descriptor(IndexChild.Built child) {
        return new ChildDescriptors(layout, child.override().orElse(PlatformOverride.NONE)).normalized(of(child));
    }

    /** The index as it will be, all of whose children are images of this release. */
    IndexBuilder.Made ofBuilt(IndexTask index) {
        return index.builder()
                .add(index.children().stream()
                        .filter(IndexChild.Built.class::isInstance)
                        .map(IndexChild.Built.class::cast)
                        .map(this::descriptor)
                        .toList())
                .build(layout);
    }
}
