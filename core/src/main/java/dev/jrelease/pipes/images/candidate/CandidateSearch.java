package dev.jrelease.pipes.images.candidate;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.candidate.FoundCandidate.Place;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import dev.jrelease.report.ReleaseEvent.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks up what the tags of a candidate hold. All of them have to agree.
 *
 * @param remarks takes what a tag of a mirror holds instead, which stops nothing: the tag, and what it holds
 */
record CandidateSearch(Registries registries, Run run, BiConsumer<String, String> remarks) {

    FoundCandidate find(PromotedContent content) {
        List<Place> places = content.from().stream()
                .flatMap(tag -> look(tag).stream())
                .sorted(Comparator.comparing(Place::mirror))
                .toList();
        if (places.isEmpty()) {
            throw couldNot(content)
                    .because("there is nothing under " + content.candidates())
                    .hint("release the candidate first, or promote another one")
                    .build();
        }
        Place first = places.getFirst();
        List<Place> others = places.stream()
                .filter(place -> !place.digest().equals(first.digest()))
                .toList();
        if (others.stream().anyMatch(place -> first.mirror() || !place.mirror())) {
            throw couldNot(content)
                    .because("tags of the candidate hold different content: " + digests(first, others))
                    .hint("something has written to one of them; release another candidate")
                    .build();
        }
        others.forEach(mirror ->
                remarks.accept(mirror.tag().text(), "holds " + mirror.digest() + " instead of " + first.digest()));
        return new FoundCandidate(
                content,
                first.digest(),
                places.stream().filter(place -> !others.contains(place)).toList());
    }

    private static String digests(Place first, List<Place> others) {
        return Stream.concat(Stream.of(first), others.stream())
                .map(place -> place.tag().text() + " " + place.digest())
                .collect(Collectors.joining(", "));
    }

    private static ReleaseException.Builder couldNot(PromotedContent content) {
        return ReleaseException.couldNot(
                        FailureKind.REGISTRY,
                        "promote to " + content.first().name().text())
                .at(content.first().name().location());
    }

    /** A mirror that fails is left out, with a warning, when it is its turn to be published to. */
    private Optional<Place> look(CandidateTag tag) {
        boolean mirror = registries.isMirror(tag.name().reference());
        try {
            Repository repository =
                    registries.repository(tag.name().reference(), tag.name().access(), run.retry());
            return repository
                    .resolve(tag.name().tag())
                    .map(Descriptor::digest)
                    .flatMap(held -> tag.child()
                            .map(platform -> child(repository, held, platform))
                            .orElse(Optional.of(held)))
                    .map(digest -> new Place(tag, repository, digest, mirror));
        } catch (ReleaseException failure) {
            if (failure.kind() != FailureKind.REGISTRY || !mirror) {
                throw failure;
            }
            run.checked(
                    "candidate " + tag.text(),
                    Verdict.DOUBTFUL,
                    "not looked up: " + failure.reason(),
                    Optional.empty());
            return Optional.empty();
        }
    }

    private static Optional<Digest> child(Repository repository, Digest held, Platform platform) {
        return repository.manifest(held) instanceof ImageIndex index
                ? index.manifests().stream()
                        .filter(child ->
                                child.realPlatform().filter(platform::matches).isPresent())
                        .map(Descriptor::digest)
                        .findFirst()
                : Optional.empty();
    }
}
