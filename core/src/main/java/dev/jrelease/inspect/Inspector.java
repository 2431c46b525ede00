package dev.jrelease.inspect;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ContentMismatchException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.json.MalformedJsonException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Inspects images and indexes of one source. Reads manifests and configurations, not layers. */
public final class Inspector {
    private static final String REFERENCE_TYPE = "vnd.docker.reference.type";
    private static final String REFERENCE_DIGEST = "vnd.docker.reference.digest";

    private final ImageSource source;

    public Inspector(ImageSource source) {
        this.source = source;
    }

    /**
     * Inspects an image, or an index with its children.
     *
     * @param name to show to the user
     * @throws ReleaseException if something cannot be read
     */
    public InspectReport inspect(String name, Manifest manifest) {
        try {
            return new InspectReport(name, manifest, children(manifest));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw ReleaseException.couldNot(blame(unreadable), "inspect " + name)
                    .because(unreadable)
                    .build();
        }
    }

    /** The kind of failure: the image is damaged, unless this host cannot read it. */
    static FailureKind blame(Exception unreadable) {
        return switch (unreadable) {
            case ContentMismatchException _, MalformedJsonException _, IllegalArgumentException _ -> FailureKind.BUILD;
            default -> FailureKind.ENVIRONMENT;
        };
    }

    private List<Child> children(Manifest manifest) throws IOException {
        return switch (manifest) {
            case ImageManifest image -> List.of(child(image.descriptor(), image));
            case ImageIndex index -> {
                List<Child> children = new ArrayList<>();
                for (Descriptor child : index.manifests()) {
                    children.add(child(child));
                }
                yield children;
            }
        };
    }

    private Child child(Descriptor descriptor) throws IOException {
        Optional<Digest> of = Digest.parse(descriptor.annotations().getOrDefault(REFERENCE_DIGEST, ""));
        if (of.isPresent() && descriptor.annotations().containsKey(REFERENCE_TYPE)) {
            return new Child.Attestation(descriptor, of.get());
        }
        return MediaTypes.isManifest(descriptor.mediaType())
                        && source.manifest(descriptor.digest()) instanceof ImageManifest image
                ? child(descriptor, image)
                : new Child.Other(descriptor);
    }

    private Child child(Descriptor descriptor, ImageManifest image) throws IOException {
        return image.isArtifact()
                ? new Child.Other(descriptor)
                : new Child.Image(descriptor, ImageDetails.read(source, image));
    }
}
