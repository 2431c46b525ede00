package dev.jrelease.artifact;

import dev.jrelease.image.Digest;
import dev.jrelease.image.Platform;
import java.util.List;
import java.util.Optional;

/**
 * A row of the table in a report: one name of an artifact.
 *
 * @param name {@code registry/repository:tag}, as the configuration spells it
 * @param digest what the name holds
 * @param platforms that it is for; empty if that is not known here
 * @param sizes in bytes, compressed, of the image for each of these platforms; empty if that is not known here
 * @param how how the name came to hold it, in a few words; may be empty
 * @param before what the name held before, if it held something else
 */
public record ArtifactRow(
        String name,
        Place place,
        Digest digest,
        List<Platform> platforms,
        List<Long> sizes,
        String how,
        Optional<Digest> before) {

    public ArtifactRow {
        platforms = List.copyOf(platforms);
        sizes = List.copyOf(sizes);
    }

    /** Where the name is. */
    public enum Place {
        /** In the layout of images in {@code dist}, on this host only. */
        LAYOUT,
        REGISTRY
    }

    /** A name in the layout. */
    public static ArtifactRow inLayout(String name, Digest digest, List<Platform> platforms, List<Long> sizes) {
        return new ArtifactRow(name, Place.LAYOUT, digest, platforms, sizes, "", Optional.empty());
    }

    /** The same with the platforms and sizes of another row for the same content. */
    public ArtifactRow like(ArtifactRow other) {
        return new ArtifactRow(name, place, digest, other.platforms, other.sizes, how, before);
    }
}
