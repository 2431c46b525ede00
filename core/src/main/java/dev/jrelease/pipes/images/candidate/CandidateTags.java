package dev.jrelease.pipes.images.candidate;

import dev.jrelease.image.IndexFormat;
import dev.jrelease.pipes.images.ImageRelease;
import dev.jrelease.pipes.images.ImageTag;
import dev.jrelease.pipes.images.plan.ImageKey;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.pipes.images.plan.IndexChild;
import dev.jrelease.pipes.images.plan.IndexTask;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the tags of a candidate for the image or index that a tag of the release is to hold. Both are planned from the
 * same file: an image is the same entry, matrix and platform, an index has the same children.
 */
record CandidateTags(ImageRelease candidate, String version) {

    /** Immutable tags only: a floating one may hold something else by now. */
    List<CandidateTag> of(ImageTag tag) {
        return switch (tag) {
            case ImageTag.OfImage image -> ofImage(image.image().key());
            case ImageTag.OfIndex index ->
                indexes(index.index()).stream()
                        .map(IndexTask::name)
                        .filter(name -> !name.floating())
                        .map(CandidateTags::itself)
                        .toList();
        };
    }

    private static CandidateTag itself(ImageName name) {
        return new CandidateTag(name, Optional.empty());
    }

    private List<CandidateTag> ofImage(ImageKey key) {
        List<CandidateTag> named = namesOf(key)
                .filter(name -> !name.floating())
                .map(CandidateTags::itself)
                .toList();
        return named.isEmpty() ? inIndexes(key) : named;
    }

    private Stream<ImageName> namesOf(ImageKey key) {
        return candidate.tags().stream()
                .filter(tag -> tag instanceof ImageTag.OfImage image
                        && image.image().key().equals(key))
                .map(ImageTag::name);
    }

    private Stream<IndexTask> indexes() {
        return candidate.tags().stream()
                .flatMap(tag -> tag instanceof ImageTag.OfIndex(IndexTask index) ? Stream.of(index) : Stream.of());
    }

    /** Where an image without an immutable tag of its own is the only one for its platform. */
    private List<CandidateTag> inIndexes(ImageKey key) {
        return indexes()
                .filter(index -> !index.name().floating() && index.format() != IndexFormat.DOCKER)
                .filter(index -> index.children().stream().allMatch(child -> isCertain(child, key)))
                .filter(index -> index.children().stream().anyMatch(child -> isImage(child, key)))
                .map(index -> new CandidateTag(index.name(), Optional.of(key.platform())))
                .toList();
    }

    /** Whether a child is the image, or certainly for another platform. */
    private static boolean isCertain(IndexChild child, ImageKey key) {
        return isImage(child, key)
                || child.plannedPlatform()
                        .filter(platform -> !platform.matches(key.platform()))
                        .isPresent();
    }

    private static boolean isImage(IndexChild child, ImageKey key) {
        return child instanceof IndexChild.Built built
                && built.image().equals(key)
                && built.override().isEmpty();
    }

    /** Under all of its names. */
    private List<IndexTask> indexes(IndexTask sought) {
        Set<ImageName> names = candidate.plan().indexes().stream()
                .filter(index -> isSame(index, sought))
                .flatMap(index -> index.allNames().stream())
                .collect(Collectors.toSet());
        return indexes().filter(index -> names.contains(index.name())).toList();
    }

    /** Annotations may say the version, where the same line of the file names both. */
    private static boolean isSame(IndexTask one, IndexTask sought) {
        return hasSameChildren(one, sought)
                && (one.annotations().equals(sought.annotations())
                        || sought.allNames().stream()
                                .map(ImageName::location)
                                .anyMatch(one.name().location()::equals));
    }

    private static boolean hasSameChildren(IndexTask one, IndexTask other) {
        return one.format() == other.format()
                && one.children().size() == other.children().size()
                && IntStream.range(0, one.children().size())
                        .allMatch(i ->
                                isSame(one.children().get(i), other.children().get(i)));
    }

    /** The names of children differ with the version. */
    private static boolean isSame(IndexChild one, IndexChild other) {
        return one.override().equals(other.override())
                && (one instanceof IndexChild.Built built
                        ? other instanceof IndexChild.Built same
                                && built.image().equals(same.image())
                        : one.location().equals(other.location()));
    }

    /** The problem of a tag for which the candidate has no tag. */
    Lack lack(ImageTag tag) {
        return switch (tag) {
            case ImageTag.OfImage image -> new Lack(image.image().key().entry(), why(image));
            case ImageTag.OfIndex index -> new Lack(index.name().location(), why(index.index()));
        };
    }

    private String why(ImageTag.OfImage image) {
        ImageKey key = image.image().key();
        String what = "image " + image.image().title();
        if (candidate.plan().images().stream().noneMatch(other -> other.key().equals(key))) {
            return "the candidate " + version + " has no " + what;
        }
        return namesOf(key).findAny().isPresent() ? floatingOnly(what) : notPushed(what);
    }

    private String why(IndexTask index) {
        String what = "index for " + index.name().text();
        if (candidate.plan().indexes().stream().noneMatch(other -> isSame(other, index))) {
            return "the candidate " + version + " has no " + what;
        }
        return indexes(index).isEmpty() ? notPushed(what) : floatingOnly(what);
    }

    private String floatingOnly(String what) {
        return "the candidate " + version + " has floating tags only for the " + what
                + ": they may hold something else by now";
    }

    private String notPushed(String what) {
        return "the candidate " + version + " does not push the " + what;
    }
}
