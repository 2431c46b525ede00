package dev.jrelease.places;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.image.Place;
import dev.jrelease.layout.Layouts;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import java.nio.file.Files;
import java.util.List;

/** Finds images in places, and opens places for writing. */
public final class Places {
    private final Environment environment;
    private final Registries registries;
    private final Layouts layouts;
    private final Access access;

    /**
     *
     * @param access to every registry
     */
    public Places(Environment environment, Registries registries, Layouts layouts, Access access) {
        this.environment = environment;
        this.registries = registries;
        this.layouts = layouts;
        this.access = access;
    }

    /**
     * The place of a text of the command line.
     *
     * @throws ReleaseException of kind USAGE if it is none
     */
    public Place place(String text) {
        try {
            return Place.parse(text, name -> Files.exists(environment.resolve(name)));
        } catch (IllegalArgumentException refused) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "use " + text)
                    .because(refused)
                    .hint("write " + Place.FORMS)
                    .build();
        }
    }

    /** The same for a text of the command line. */
    public List<PlacedImage> images(String text) {
        return images(place(text));
    }

    /** The same for a text of the command line. */
    public PlacedImage image(String text) {
        return image(place(text));
    }

    /** The image or index of a place, or all images of a layout if the place names none. */
    public List<PlacedImage> images(Place place) {
        return switch (place) {
            case Place.InRegistry in -> {
                Repository repository = registries.repository(in.reference(), access);
                yield List.of(new PlacedImage(
                        in.text(),
                        repository,
                        repository.manifest(in.reference().manifestKey())));
            }
            case Place.InLayout in -> new LayoutImages(in, environment.resolve(in.folder())).find();
            case Place.InArchive _, Place.InEngine _ -> throw notRead(place);
        };
    }

    /** The image or index of a place; fails if there are several. */
    public PlacedImage image(Place place) {
        List<PlacedImage> found = images(place);
        if (found.size() != 1) {
            throw failure(place, "read", "it contains " + found.size() + " images")
                    .hint("choose one: " + place.text() + ":"
                            + String.join(
                                    ", ", found.stream().map(PlacedImage::name).toList()))
                    .build();
        }
        return found.getFirst();
    }

    /** Opens a place for writing. Close the target after use. */
    public Target target(Place place) {
        return switch (place) {
            case Place.InRegistry in -> new RegistryTarget(registries.repository(in.reference(), access), in);
            case Place.InLayout in -> new LayoutTarget(layouts.at(environment.resolve(in.folder())), in);
            case Place.InArchive _, Place.InEngine _ -> throw notRead(place);
        };
    }

    private static ReleaseException notRead(Place place) {
        return failure(place, "use", "only references and layouts can be used here")
                .build();
    }

    private static ReleaseException.Builder failure(Place place, String verb, String why) {
        return ReleaseException.couldNot(FailureKind.USAGE, verb + " " + place.text())
                .because(why);
    }
}
