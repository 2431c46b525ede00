package dev.jrelease.places;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Place;
import dev.jrelease.layout.OciLayout;
import java.nio.file.Path;
import java.util.List;

/** Finds the images of a layout by their names. An image without a name is found by its digest. */
record LayoutImages(Place.InLayout place, Path folder) {

    List<PlacedImage> find() {
        OciLayout layout = OciLayout.open(folder);
        List<Descriptor> entries = layout.entries().stream()
                .filter(entry -> place.name().isEmpty() || place.name().get().equals(name(entry)))
                .toList();
        if (entries.isEmpty()) {
            List<String> known =
                    layout.entries().stream().map(LayoutImages::name).toList();
            String wanted = place.name().orElse("");
            throw ReleaseException.couldNot(FailureKind.USAGE, "read " + place.text())
                    .because(known.isEmpty() ? "the layout is empty" : "the layout has no image '" + wanted + "'")
                    .hint(Suggestion.didYouMean(wanted, known).orElse("its images are  " + String.join(", ", known)))
                    .build();
        }
        return entries.stream()
                .map(entry -> new PlacedImage(name(entry), layout, layout.manifest(entry.digest())))
                .toList();
    }

    private static String name(Descriptor entry) {
        return OciLayout.name(entry).orElse(entry.digest().toString());
    }
}
