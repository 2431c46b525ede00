package dev.jrelease.image;

import java.util.List;

/** Describes images as the children of an index: with the platforms that their configurations state. */
public record ChildDescriptors(ImageSource source, PlatformOverride override) {

    public ChildDescriptors(ImageSource source) {
        this(source, PlatformOverride.NONE);
    }

    /** The children for content that something else has pushed: the children of an index with its attestations, or the image. */
    public List<Descriptor> in(Manifest manifest) {
        return switch (manifest) {
            case ImageIndex index ->
                index.manifests().stream()
                        .flatMap(child -> child(child).stream())
                        .toList();
            case ImageManifest image -> List.of(described(image.descriptor(), image));
        };
    }

    private List<Descriptor> child(Descriptor child) {
        return switch (source.manifest(child.digest())) {
            case ImageIndex nested -> in(nested);
            case ImageManifest image -> List.of(child.platform().isPresent() ? child : described(child, image));
        };
    }

    /** @param named as it is named where it lies, of which everything is kept */
    private Descriptor described(Descriptor named, ImageManifest image) {
        if (image.isArtifact()) {
            return named;
        }
        ImageConfig config = source.config(image);
        return override.on(named.withPlatform(config.platform()).withOsFeatures(config.osFeatures()));
    }

    /** An image of ours, whose platform is written in its shortest form. */
    public Descriptor normalized(ImageManifest image) {
        ImageConfig config = source.config(image);
        return override.on(
                image.descriptor().withPlatform(config.platform().normalized()).withOsFeatures(config.osFeatures()));
    }
}
