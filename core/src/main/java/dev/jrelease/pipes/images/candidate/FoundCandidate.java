package dev.jrelease.pipes.images.candidate;

import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.registry.Repository;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What registries hold of a candidate.
 *
 * @param places that hold it, those that a release needs first
 */
record FoundCandidate(PromotedContent content, Digest digest, List<Place> places) {
    FoundCandidate {
        places = List.copyOf(places);
    }

    /**
     * A repository that holds it.
     *
     * @param tag of the candidate there
     */
    record Place(CandidateTag tag, Repository repository, Digest digest, boolean mirror) {
        ImageReference name() {
            return tag.name().reference();
        }

        boolean isAtRegistryOf(ImageReference other) {
            return name().registry().equals(other.registry());
        }
    }

    /** The tags of the candidate that hold it. */
    String names() {
        return places.stream().map(place -> place.tag().text()).collect(Collectors.joining(", "));
    }

    /** The place where it was found, for messages. */
    String found() {
        boolean everywhere = places.size() == content.from().size();
        return "is there" + (everywhere ? "" : " as " + names()) + ": " + digest;
    }

    boolean isIn(ImageReference repository) {
        return places.stream().anyMatch(place -> place.name().name().equals(repository.name()));
    }

    /** The other repositories of the registry that have it. */
    Stream<Place> besides(ImageReference repository) {
        return places.stream()
                .filter(place ->
                        place.isAtRegistryOf(repository) && !place.name().name().equals(repository.name()));
    }

    /** The source of the content for a repository: its own registry, if that has it. */
    Place nearest(ImageReference repository) {
        return besides(repository).findFirst().orElse(places.getFirst());
    }
}
