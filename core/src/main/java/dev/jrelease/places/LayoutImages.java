package dev.jrelease.places;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Place;
import dev.jrelease.layout.Layouts;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.text.SearchPattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the images of a layout by their names. An image without a name is found by its digest. */
record LayoutImages(Place.InLayout place, Path folder, Layouts layouts) {
    private static final SearchPattern DIGEST_TAG = SearchPattern.of("^sha256-[0-9a-f]{64}");

    List<PlacedImage> find() {
        OciLayout layout = layouts.reading(folder);
        List<Descriptor> entries = layout.entries().stream()
                .filter(entry -> place.name().isEmpty()
                        ? !isAttached(entry, layout)
                        : place.name().get().equals(name(entry)))
                .toList();
        if (entries.isEmpty()) {
            List<String> known =
                    layout.entries().stream().map(LayoutImages::name).toList();
            String wanted = place.name().orElse("");
            throw ReleaseException.couldNot(FailureKind.USAGE, "read " + place.text())
                    .because(known.isEmpty() ? "the layout is empty" : "the layout has no image '" + wanted + "'")
                    .hint(
                            known.isEmpty()
                                    ? "use a layout that has images; a build leaves them in dist/oci"
                                    : Suggestion.didYouMean(wanted, known)
                                            .orElse("its images are " + String.join(", ", known)))
                    .build();
        }
        return entries.stream().map(entry -> placed(entry, layout)).toList();
    }

    private static PlacedImage placed(Descriptor entry, OciLayout layout) {
        String name = name(entry);
        return new PlacedImage(name, layout, layout.manifest(entry.digest()), PlacedImage.reference(name));
    }

    /** Whether an entry is something about an image: it has a name made from a digest, or a subject. */
    private static boolean isAttached(Descriptor entry, OciLayout layout) {
        return OciLayout.name(entry)
                .map(DIGEST_TAG::isIn)
                .orElseGet(() -> layout.manifest(entry.digest()).subject().isPresent());
    }

    /** The image of the name, if the layout exists and has it. */
    Optional<PlacedImage> existing() {
        return Files.isDirectory(folder)
                        && place.name()
                                .flatMap(name -> layouts.reading(folder).find(name))
                                .isPresent()
                ? find().stream().findFirst()
                : Optional.empty();
    }

    private static String name(Descriptor entry) {
        return OciLayout.name(entry).orElse(entry.digest().toString());
    }
}
