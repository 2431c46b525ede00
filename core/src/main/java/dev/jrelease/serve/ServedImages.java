package dev.jrelease.serve;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.layout.Layouts;
import dev.jrelease.layout.OciLayout;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The repositories of a layout. An image whose name is a reference is in the repository of that reference, under any
 * registry; one whose name is a tag is in a repository with the name of the folder.
 *
 * @param tags by repository and tag
 */
record ServedImages(OciLayout layout, SortedMap<String, SortedMap<String, Descriptor>> tags) {

    /** Reads the layout as it is now, because a build may change it at any time. */
    static ServedImages in(Path folder, Layouts layouts) {
        OciLayout layout = layouts.reading(folder);
        SortedMap<String, SortedMap<String, Descriptor>> tags = new TreeMap<>();
        for (Descriptor entry : layout.entries()) {
            Optional<ImageReference> name = OciLayout.name(entry).flatMap(text -> reference(text, folder));
            name.ifPresent(of -> tags.computeIfAbsent(of.repository(), _ -> new TreeMap<>())
                    .putIfAbsent(of.tag().orElseThrow(), entry));
        }
        return new ServedImages(layout, tags);
    }

    private static Optional<ImageReference> reference(String name, Path folder) {
        boolean tagOnly = !name.contains("/") && !name.contains(":");
        String text = tagOnly ? "localhost/" + folder.getFileName() + ":" + name : name;
        try {
            return Optional.of(ImageReference.parse(text)).filter(of -> of.tag().isPresent());
        } catch (IllegalArgumentException noReference) {
            return Optional.empty();
        }
    }

    boolean has(String repository) {
        return tags.containsKey(repository);
    }

    /** The digest of a tag, or the digest itself if the layout has it. */
    Optional<Digest> digest(String repository, String tagOrDigest) {
        return Digest.parse(tagOrDigest)
                .filter(layout::hasManifest)
                .or(() -> Optional.ofNullable(
                                tags.getOrDefault(repository, new TreeMap<>()).get(tagOrDigest))
                        .map(Descriptor::digest));
    }

    /** Every name, as {@code acme/hello:1.0}. */
    Iterable<String> names() {
        return () -> tags.entrySet().stream()
                .flatMap(repository -> repository.getValue().keySet().stream()
                        .filter(tag -> !tag.startsWith("sha256-"))
                        .map(tag -> repository.getKey() + ":" + tag))
                .iterator();
    }

    /** The tags of a repository. */
    Map<String, Descriptor> of(String repository) {
        return tags.getOrDefault(repository, new TreeMap<>());
    }
}
