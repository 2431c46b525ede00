package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Problems;
import dev.jrelease.image.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds images that are asked for twice, under one name and alike in everything: the first is enough. */
final class DuplicateImages {
    private DuplicateImages() {}

    /** Without the names that an image before has, where both are the same, and without images that have none left. */
    static List<ImageTask> once(List<ImageTask> images, Problems problems) {
        Map<ImageReference, ImageTask> owners = new LinkedHashMap<>();
        List<ImageTask> once = new ArrayList<>();
        for (ImageTask image : images) {
            List<ImageName> own = image.names().stream()
                    .filter(name -> !isRepeated(name, image, owners, problems))
                    .toList();
            own.forEach(name -> owners.putIfAbsent(name.reference(), image));
            if (!own.isEmpty() || image.names().isEmpty()) {
                once.add(image.withNames(own));
            }
        }
        return once;
    }

    private static boolean isRepeated(
            ImageName name, ImageTask image, Map<ImageReference, ImageTask> owners, Problems problems) {
        ImageTask owner = owners.get(name.reference());
        if (owner == null || owner.perhaps() || image.perhaps() || !owner.isSame(image)) {
            return false;
        }
        problems.warning(name.location(), "the image " + name.text() + " is named twice, and is the same both times");
        return true;
    }
}
