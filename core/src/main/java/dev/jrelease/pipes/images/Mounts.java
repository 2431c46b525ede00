package dev.jrelease.pipes.images;

import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.pipes.images.plan.IndexChild.External;
import dev.jrelease.pipes.images.plan.IndexTask;
import dev.jrelease.publish.MountSource;
import dev.jrelease.publish.Publishable;
import dev.jrelease.publish.Wanted;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds repositories from which a registry can mount blobs of an image or index. */
record Mounts(ImageContents contents) {

    /** A repository, and what it holds as far as is known. */
    private record Elsewhere(ImageReference place, Predicate<Digest> holds) {}

    /** A tag with its content, and where its registry may take some of that over from. */
    Publishable publishable(ImageTag tag) {
        List<MountSource> mounts = Stream.concat(bases(), external(tag))
                .filter(other ->
                        other.place().registry().equals(tag.name().reference().registry()))
                .map(other -> new MountSource(other.place().repository(), other.holds()))
                .toList();
        Wanted wanted = new Wanted(tag.name().published(), tag.content(contents), contents.isAdopted(tag.name()));
        return new Publishable(wanted, mounts);
    }

    private Stream<Elsewhere> bases() {
        return contents.images().stream()
                .map(BuiltImage::base)
                .flatMap(
                        base -> base.repository().stream().map(place -> new Elsewhere(place, base.layers()::contains)));
    }

    private static Stream<Elsewhere> external(ImageTag tag) {
        return tag instanceof ImageTag.OfIndex(IndexTask index)
                ? index.children().stream()
                        .filter(External.class::isInstance)
                        .flatMap(child -> child.reference().stream())
                        .map(place -> new Elsewhere(place, _ -> true))
                : Stream.empty();
    }
}
