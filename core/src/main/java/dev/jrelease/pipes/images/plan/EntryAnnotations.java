package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.entry.ImageEntry;
import dev.jrelease.pipes.images.flags.FlagList;
import dev.jrelease.pipes.images.flags.FlagList.Flag;
import dev.jrelease.pipes.images.plan.AnnotationKey.Scope;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The annotations of an entry. Without a prefix, those of the key {@code annotations} are of the index if there is one,
 * as in GoReleaser, and those of the flag {@code --annotation} are of the images, as in buildx.
 */
final class EntryAnnotations {
    private final ImageEntry entry;
    private final boolean hasIndex;
    private final Problems problems;

    /**
     *
     * @param hasIndex whether the entry's images have an index of their own
     */
    EntryAnnotations(ImageEntry entry, boolean hasIndex, Planning planning) {
        this.entry = entry;
        this.hasIndex = hasIndex;
        this.problems = planning.problems();
    }

    /** The annotations of the index, whose templates know no platform. */
    Map<String, String> ofIndex(TemplateContext context) {
        Map<String, String> all = new LinkedHashMap<>();
        TemplatePairs.sorted(entry.recipe().annotations()).forEach((key, value) -> {
            if (keys(key.source()).stream().anyMatch(AnnotationKey::isOfIndex)) {
                TemplatePairs.fill(Map.of(key, value), context, problems)
                        .forEach((name, text) -> keys(name).stream()
                                .filter(AnnotationKey::isOfIndex)
                                .forEach(place -> all.put(place.key(), text)));
            }
        });
        for (Flag flag : flags(context)) {
            flagged(flag).forEach((place, text) -> {
                if (place.isOfIndex() && knowsNoPlatform(flag)) {
                    all.put(place.key(), text);
                }
            });
        }
        return all;
    }

    private boolean knowsNoPlatform(Flag flag) {
        if (!flag.filled()) {
            problems.error(
                    flag.location(),
                    "an annotation of the index cannot depend on the platform",
                    "use manifest: for an annotation of each image");
        }
        return flag.filled();
    }

    /** The annotations of the image for a platform. Unsupported ones are reported. */
    Map<String, String> ofImage(Platform platform, TemplateContext context) {
        Map<String, String> all = new LinkedHashMap<>();
        TemplatePairs.sorted(entry.recipe().annotations()).forEach((key, value) -> {
            keys(key.source()).forEach(place -> check(place, key.location()));
            if (keys(key.source()).stream().anyMatch(place -> place.isOfImage(platform))) {
                TemplatePairs.fill(Map.of(key, value), context, problems)
                        .forEach((name, text) -> keys(name).stream()
                                .filter(place -> place.isOfImage(platform))
                                .forEach(place -> all.put(place.key(), text)));
            }
        });
        for (Flag flag : flags(context)) {
            flagged(flag).forEach((place, text) -> {
                check(place, flag.location());
                if (place.isOfImage(platform)) {
                    all.put(place.key(), text);
                }
            });
        }
        return all;
    }

    private void check(AnnotationKey place, Location location) {
        place.check(location, problems);
        if (place.isOfIndex() && !hasIndex) {
            problems.error(
                    location,
                    "the annotation " + place.key() + " is for an index, and this entry has none",
                    "an entry with several platforms, images and tags has an index, and docker_manifests do");
        }
    }

    /** Reports annotations for platforms that the entry does not have, because they would have no effect. */
    void refuseOthers(List<Platform> platforms) {
        for (Template key : entry.recipe().annotations().keySet()) {
            for (AnnotationKey place : keys(key.source())) {
                boolean known = place.platform().isEmpty()
                        || platforms.stream().anyMatch(place::isOfImage)
                        || place.scope() != Scope.MANIFEST;
                if (!known && !platforms.isEmpty()) {
                    String platform = place.platform().orElse("");
                    String own = String.join(
                            ", ", platforms.stream().map(Platform::toString).toList());
                    problems.error(
                            key.location(),
                            "annotations: the entry has no image for " + platform,
                            "its platforms are " + own);
                }
            }
        }
    }

    private List<AnnotationKey> keys(String text) {
        return AnnotationKey.parse(text, hasIndex ? Scope.INDEX : Scope.MANIFEST);
    }

    /** Errors in the flags are reported where they are read for each image. */
    private List<Flag> flags(TemplateContext context) {
        return FlagList.named("annotation", entry.recipe().flags(), context);
    }

    private static Map<AnnotationKey, String> flagged(Flag flag) {
        Map<AnnotationKey, String> all = new LinkedHashMap<>();
        int equals = flag.value().indexOf('=');
        if (equals > 0) {
            AnnotationKey.parse(flag.value().substring(0, equals), Scope.MANIFEST)
                    .forEach(place -> all.put(place, flag.value().substring(equals + 1)));
        }
        return all;
    }
}
