package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Problems;
import dev.jrelease.image.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds equal images under one name, of which the first is sufficient. */
final class DuplicateImages {
    private DuplicateImages() {}

    /** Removes from each image the names of an equal image before it, and images without names left. */
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
        problems.warning(name.location(), "the image " + name.text() + " is named twice, with the same content");
        return true;
    }
}
