package dev.jrelease.pipes.images;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Platform;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.publish.ObservedTags;
import dev.jrelease.registry.Repository;
import java.util.List;
import java.util.Optional;

/**
 * Looks up what an immutable tag holds before it is written. The same content, or content of the same revision for the
 * same platforms, is kept; other content is refused. With --overwrite, only the same content is kept.
 */
final class TagLookup {
    private static final String REVISION = "org.opencontainers.image.revision";

    private final Repository repository;
    private final ImageSource layout;
    private final boolean overwrite;
    private final ObservedTags observed;

    TagLookup(Repository repository, ImageSource layout, boolean overwrite, ObservedTags observed) {
        this.repository = repository;
        this.layout = layout;
        this.overwrite = overwrite;
        this.observed = observed;
    }

    /** The content that is kept under the tag; empty if the tag may be written. */
    Optional<Manifest> find(ImageName name, Manifest ours) {
        Optional<Descriptor> there = held(name);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        if (there.get().digest().equals(ours.digest())) {
            return Optional.of(ours);
        }
        if (overwrite) {
            return Optional.empty();
        }
        Manifest theirs = repository.manifest(there.get().digest());
        if (isSameRelease(theirs, ours)) {
            return Optional.of(theirs);
        }
        throw name.published().refused(theirs.digest(), ours.digest());
    }

    /** Looks the tag up again if it did not exist before: another run of this release may have written it since. */
    private Optional<Descriptor> held(ImageName name) {
        Optional<Descriptor> lately = observed.recent(name.reference()).flatMap(ObservedTags.Observation::held);
        if (lately.isPresent()) {
            return lately;
        }
        Optional<Descriptor> now = repository.resolve(name.tag());
        observed.note(name.reference(), now);
        return now;
    }

    private boolean isSameRelease(Manifest theirs, Manifest ours) {
        if (theirs instanceof ImageIndex != ours instanceof ImageIndex) {
            return false;
        }
        return identity(theirs, repository).equals(identity(ours, layout));
    }

    /** Revision and platform of every image; the digest of an artifact, or of an image without a revision. */
    private static List<String> identity(Manifest manifest, ImageSource source) {
        return switch (manifest) {
            case ImageManifest image -> List.of(identity(image, source));
            case ImageIndex index ->
                index.manifests().stream()
                        .map(child -> child.platform()
                                        .map(Platform::normalized)
                                        .map(Object::toString)
                                        .orElse("") + " "
                                + String.join(" ", identity(source.manifest(child.digest()), source)))
                        .sorted()
                        .toList();
        };
    }

    private static String identity(ImageManifest image, ImageSource source) {
        if (image.isArtifact()) {
            return image.digest().toString();
        }
        ImageConfig config = source.config(image);
        String revision = config.labels().getOrDefault(REVISION, "");
        return revision.isEmpty()
                ? image.digest().toString()
                : revision + " " + config.platform().normalized();
    }
}
