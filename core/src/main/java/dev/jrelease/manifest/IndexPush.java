package dev.jrelease.manifest;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.IndexBuilder;
import dev.jrelease.image.IndexForm;
import dev.jrelease.image.IndexFormat;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Place;
import dev.jrelease.places.PlacedImage;
import dev.jrelease.places.Places;
import dev.jrelease.report.ReleaseEvents;
import java.util.List;

/**
 * Pushes an index that was made in a layout. It stays as it is, unless its format makes a Docker manifest list of it.
 *
 * @param from the layout
 */
public record IndexPush(Places places, Place from, Place to, IndexFormat format, ReleaseEvents events) {

    /** The result of a push. */
    public Manifest run(int parallelism) throws InterruptedException {
        if (!(to instanceof Place.InRegistry)) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "push to " + to.text())
                    .because("it is not in a registry")
                    .build();
        }
        PlacedImage image = image();
        FoundContent content = new FoundContent();
        content.add(image);
        Manifest pushed = switch (image.manifest()) {
            case ImageManifest single -> single;
            case ImageIndex index -> inFormat(index, content);
        };
        new IndexDelivery(places, events, parallelism).deliver(pushed, content, List.of(to));
        return pushed;
    }

    /** The only image of the layout, or the one with the name that it is pushed under. */
    private PlacedImage image() throws InterruptedException {
        List<PlacedImage> all = places.images(from);
        List<PlacedImage> named =
                all.stream().filter(image -> image.name().equals(to.text())).toList();
        return all.size() > 1 && named.size() == 1 ? named.getFirst() : places.image(from);
    }

    private ImageIndex inFormat(ImageIndex index, FoundContent content) {
        if (format == IndexFormat.DOCKER && !index.annotations().isEmpty()) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "push " + from.text() + " as a Docker manifest list")
                    .because("it has annotations, and such a list has none")
                    .hint("give --format oci")
                    .build();
        }
        IndexBuilder.Made made = new IndexBuilder(format, IndexForm.DOCKER_MANIFEST)
                .add(index.manifests())
                .annotate(index.annotations())
                .build(content);
        content.addMade(made.converted());
        return made.index().mediaType().equals(MediaTypes.OCI_INDEX) ? index : made.index();
    }
}
