package dev.jrelease.publish;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.version.SemanticVersion;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds out which version something in a repository is of: from the annotation of the manifest, else from the label of
 * the image, of an index from its first image.
 *
 * <p>A version that is not complete, as the 24.04 that images inherit from a base of Ubuntu's, is none.
 */
final class HeldVersion {
    private static final String VERSION = "org.opencontainers.image.version";

    private final ImageRepository repository;
    private final Function<String, Stream<String>> releaseTags;
    private final Map<Digest, Optional<SemanticVersion>> known = new ConcurrentHashMap<>();

    /** @param releaseTags the immutable tags that what is published now would have as the release of a version */
    HeldVersion(ImageRepository repository, Function<String, Stream<String>> releaseTags) {
        this.repository = repository;
        this.releaseTags = releaseTags;
    }

    /**
     * The version of what a tag holds. The label of an image that was promoted still has the version of the prerelease:
     * the image counts as the release whose tag names it, too.
     */
    Optional<SemanticVersion> of(Manifest held, Tag tag) {
        Optional<SemanticVersion> said = said(held);
        return said.filter(SemanticVersion::isPrerelease)
                .flatMap(candidate -> promoted(candidate, held.digest(), tag))
                .or(() -> said);
    }

    private Optional<SemanticVersion> promoted(SemanticVersion candidate, Digest held, Tag tag) {
        int dash = tag.name().indexOf('-');
        String variant = dash < 0 ? "" : tag.name().substring(dash);
        Stream<String> usual =
                Stream.of("", variant).flatMap(end -> Stream.of(candidate.core() + end, "v" + candidate.core() + end));
        return Stream.concat(usual, releaseTags.apply(candidate.core()))
                        .distinct()
                        .anyMatch(release -> names(release, held))
                ? SemanticVersion.parse(candidate.core())
                : Optional.empty();
    }

    private boolean names(String tag, Digest held) {
        return repository.resolve(tag).map(Descriptor::digest).equals(Optional.of(held));
    }

    private Optional<SemanticVersion> said(Manifest manifest) {
        Optional<SemanticVersion> before = known.get(manifest.digest());
        if (before != null) {
            return before;
        }
        Optional<SemanticVersion> read = annotated(manifest).or(() -> switch (manifest) {
            case ImageManifest image -> labelled(image);
            case ImageIndex index -> firstImage(index).flatMap(child -> said(repository.manifest(child.digest())));
        });
        known.put(manifest.digest(), read);
        return read;
    }

    private static Optional<SemanticVersion> annotated(Manifest manifest) {
        try {
            JsonNode version = Json.parse(manifest.bytes()).path("annotations").path(VERSION);
            return SemanticVersion.parse(version.asText());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<SemanticVersion> labelled(ImageManifest image) {
        if (image.isArtifact()) {
            return Optional.empty();
        }
        try {
            return SemanticVersion.parse(repository.config(image).labels().getOrDefault(VERSION, ""));
        } catch (ReleaseException unreadable) {
            if (unreadable.kind() == FailureKind.BUILD) {
                return Optional.empty();
            }
            throw unreadable;
        }
    }

    /** Attestations say {@code unknown/unknown}. */
    private static Optional<Descriptor> firstImage(ImageIndex index) {
        return index.manifests().stream()
                .filter(child -> child.platform().filter(Platform::isUnknown).isEmpty())
                .findFirst();
    }
}
