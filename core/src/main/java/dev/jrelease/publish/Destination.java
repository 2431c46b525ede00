package dev.jrelease.publish;

import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.Manifest;
import java.util.List;

/**
 * One repository of a publication, and what it is to hold.
 *
 * @param name a reference in it, whose tag does not count
 * @param required whether the publication fails if this repository does; a mirror is not required
 * @param mounts where blobs may be taken over from
 */
public record Destination(
        ImageRepository repository,
        ImageReference name,
        Access access,
        boolean required,
        List<Wanted> tags,
        List<MountSource> mounts) {

    public Destination {
        tags = List.copyOf(tags);
        mounts = List.copyOf(mounts);
    }

    /** The content of its tags, each once. */
    List<Manifest> contents() {
        return tags.stream().map(Wanted::content).distinct().toList();
    }

    List<Wanted> immutable() {
        return tags.stream().filter(wanted -> !wanted.tag().floating()).toList();
    }

    List<Wanted> floating() {
        return tags.stream().filter(wanted -> wanted.tag().floating()).toList();
    }
}
