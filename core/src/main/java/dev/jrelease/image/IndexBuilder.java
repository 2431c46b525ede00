package dev.jrelease.image;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes an index of children, each of which it names once. */
public final class IndexBuilder {
    private final IndexFormat format;
    private final IndexForm form;
    private final List<Descriptor> children = new ArrayList<>();
    private final Map<String, String> annotations = new LinkedHashMap<>();

    public IndexBuilder(IndexFormat format, IndexForm form) {
        this.format = format;
        this.form = form;
    }

    /**
     * What was made.
     *
     * @param converted children of Docker's types that were made of OCI's; they have to be written before the index
     * @param leftOut children that a Docker manifest list cannot name: attestations and other artifacts
     */
    public record Made(ImageIndex index, List<ImageManifest> converted, List<Descriptor> leftOut) {
        public Made {
            converted = List.copyOf(converted);
            leftOut = List.copyOf(leftOut);
        }
    }

    public IndexBuilder add(List<Descriptor> more) {
        more.stream().filter(child -> !children.contains(child)).forEach(children::add);
        return this;
    }

    /** Adds children in place of those for the same platforms, and of what is attached to these. */
    public IndexBuilder replace(List<Descriptor> others) {
        List<Descriptor> replaced = children.stream()
                .filter(child -> others.stream().anyMatch(other -> isSamePlatform(child, other)))
                .toList();
        List<String> gone =
                replaced.stream().map(child -> child.digest().toString()).toList();
        children.removeAll(replaced);
        children.removeIf(child -> gone.contains(child.annotations().getOrDefault(Descriptor.ATTACHED_TO, "none")));
        return add(others);
    }

    private static boolean isSamePlatform(Descriptor one, Descriptor other) {
        Optional<Platform> platform = one.realPlatform().map(Platform::normalized);
        return platform.isPresent() && platform.equals(other.realPlatform().map(Platform::normalized));
    }

    public IndexBuilder annotate(Map<String, String> more) {
        annotations.putAll(more);
        return this;
    }

    public boolean isAnnotated() {
        return !annotations.isEmpty();
    }

    /** The children so far. */
    public List<Descriptor> children() {
        return List.copyOf(children);
    }

    /** An OCI index, whatever the format is: layouts hold no others. */
    public ImageIndex oci() {
        return ImageIndex.of(MediaTypes.OCI_INDEX, children, annotations, form);
    }

    /**
     * The index in its format.
     *
     * @param source where the children lie
     * @throws dev.jrelease.failure.ReleaseException of kind BUILD if a child cannot be of Docker's types
     */
    public Made build(ImageSource source) {
        return format.isDockerFor(children, !annotations.isEmpty())
                ? docker(source)
                : new Made(oci(), List.of(), List.of());
    }

    private Made docker(ImageSource source) {
        List<Descriptor> named = new ArrayList<>();
        List<ImageManifest> converted = new ArrayList<>();
        List<Descriptor> leftOut = new ArrayList<>();
        for (Descriptor child : children) {
            if (child.mediaType().equals(MediaTypes.DOCKER_MANIFEST)) {
                named.add(child.inDockerList(child));
            } else if (source.manifest(child.digest()) instanceof ImageManifest image
                    && !image.isArtifact()
                    && child.realPlatform().isPresent()) {
                ImageManifest made = DockerImage.of(image);
                converted.add(made);
                named.add(child.inDockerList(made.descriptor()));
            } else {
                leftOut.add(child);
            }
        }
        IndexForm asDocker = form == IndexForm.COMPACT ? IndexForm.DOCKER_MANIFEST : form;
        return new Made(ImageIndex.of(MediaTypes.DOCKER_LIST, named, Map.of(), asDocker), converted, leftOut);
    }
}
