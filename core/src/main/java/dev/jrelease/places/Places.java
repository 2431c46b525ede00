package dev.jrelease.places;

import dev.jrelease.docker.ArchiveWriter;
import dev.jrelease.docker.DockerArchive;
import dev.jrelease.docker.DockerEngine;
import dev.jrelease.docker.EngineInfo;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.MeantName;
import dev.jrelease.image.Place;
import dev.jrelease.image.Platform;
import dev.jrelease.layout.Layouts;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds images in places, and opens places for writing. Closing removes files on the way from or to an engine. */
public final class Places implements AutoCloseable {
    private final Environment environment;
    private final DockerEngine engine;
    private final Registries registries;
    private final Layouts layouts;
    private final Access access;
    private final Scratch scratch;

    /**
     *
     * @param access to every registry
     */
    public Places(Environment environment, DockerEngine engine, Registries registries, Layouts layouts, Access access) {
        this.environment = environment;
        this.engine = engine;
        this.registries = registries;
        this.layouts = layouts;
        this.access = access;
        this.scratch = new Scratch(environment);
    }

    /** The access to registries. */
    public Access access() {
        return access;
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
                    .hint(MeantName.hint(text).orElse("write " + Place.FORMS))
                    .build();
        }
    }

    /** The same for a text of the command line. */
    public List<PlacedImage> images(String text) throws InterruptedException {
        return images(place(text));
    }

    /** The same for a text of the command line. */
    public PlacedImage image(String text) throws InterruptedException {
        return image(place(text));
    }

    /** The image or index of a place, or all images of a layout if the place names none. */
    public List<PlacedImage> images(Place place) throws InterruptedException {
        return switch (place) {
            case Place.InRegistry in -> {
                Repository repository = registries.repository(in.reference(), access);
                yield List.of(new PlacedImage(
                        in.text(),
                        repository,
                        repository.manifest(in.reference().manifestKey()),
                        Optional.of(in.reference())));
            }
            case Place.InLayout in -> new LayoutImages(in, environment.resolve(in.folder()), layouts).find();
            case Place.InArchive in ->
                new ArchiveImages(DockerArchive.open(environment.resolve(in.file())), scratch)
                        .find(in.text(), in.reference());
            case Place.InEngine in -> List.of(inEngine(in));
        };
    }

    private PlacedImage inEngine(Place.InEngine in) throws InterruptedException {
        Path file = scratch.file();
        engine.save(in.reference().toString(), file);
        PlacedImage saved = new ArchiveImages(DockerArchive.open(file), scratch)
                .find(in.text(), Optional.empty())
                .getFirst();
        return new PlacedImage(in.text(), saved.source(), saved.manifest(), Optional.of(in.reference()));
    }

    /** The image or index of a place; fails if there are several. */
    public PlacedImage image(Place place) throws InterruptedException {
        List<PlacedImage> found = images(place);
        if (found.size() != 1) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "read " + place.text())
                    .because("it contains " + found.size() + " images")
                    .hint("choose one: " + place.text() + ":"
                            + String.join(
                                    ", ", found.stream().map(PlacedImage::name).toList()))
                    .build();
        }
        return found.getFirst();
    }

    /** The content to write to a place. Only engines with containerd's store keep several platforms under a name. */
    public Capacity capacity(Place place) {
        return switch (place) {
            case Place.InRegistry _, Place.InLayout _ -> new Capacity(true, true, Optional.empty());
            // Older engines and other tools read one image of it.
            case Place.InArchive _ -> new Capacity(true, false, Optional.empty());
            case Place.InEngine _ -> {
                EngineInfo info = engine.info();
                Platform own = Platform.of(info.os(), info.architecture());
                yield new Capacity(info.containerdStore(), false, Optional.of(own));
            }
        };
    }

    /**
     * Opens a place for writing. Close the target after use.
     *
     * @param name of the image in an archive, if the place has none
     */
    public Target target(Place place, Optional<ImageReference> name) {
        return switch (place) {
            case Place.InRegistry in -> new RegistryTarget(registries.repository(in.reference(), access), in);
            case Place.InLayout in -> new LayoutTarget(layouts.at(environment.resolve(in.folder())), in);
            case Place.InArchive in ->
                new ArchiveTarget(
                        ArchiveWriter.create(environment.resolve(in.file())),
                        in.reference().or(() -> name));
            case Place.InEngine in -> EngineTarget.open(engine, in.reference(), scratch.file());
        };
    }

    /** The image or index of a place where there may be none yet. */
    public Optional<PlacedImage> existing(Place place) throws InterruptedException {
        return switch (place) {
            case Place.InRegistry in ->
                registries
                                .repository(in.reference(), access)
                                .resolve(in.reference().manifestKey())
                                .isPresent()
                        ? Optional.of(image(place))
                        : Optional.empty();
            case Place.InLayout in -> new LayoutImages(in, environment.resolve(in.folder()), layouts).existing();
            case Place.InArchive _, Place.InEngine _ -> Optional.of(image(place));
        };
    }

    @Override
    public void close() {
        scratch.close();
    }
}
