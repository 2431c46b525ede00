package dev.jrelease.copy;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.TaggedImages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;

/**
 * What belongs to an image beside what it names: referrers by subject, and manifests under tags made from its digest.
 *
 * @param referrers in the order in which they were found
 * @param tagged as cosign keeps signatures: {@code sha256-….sig}
 */
record Attached(Collection<Referrer> referrers, Map<String, Manifest> tagged) {
    private static final List<String> COSIGN = List.of(".sig", ".att", ".sbom");

    /**
     * A manifest about another one.
     *
     * @param listed as the list of referrers describes it
     */
    record Referrer(Digest subject, Descriptor listed) {}

    /** Finds everything about an image or index, its children, and what is found. */
    static Attached to(Manifest root, TaggedImages source) {
        Map<Digest, Referrer> referrers = new LinkedHashMap<>();
        Map<String, Manifest> tagged = new LinkedHashMap<>();
        Queue<Digest> open = new ArrayDeque<>(subjects(root));
        while (!open.isEmpty()) {
            Digest subject = open.remove();
            for (Descriptor listed : source.referrers(subject)) {
                if (referrers.putIfAbsent(listed.digest(), new Referrer(subject, listed)) == null) {
                    open.add(listed.digest());
                }
            }
            for (String suffix : COSIGN) {
                String tag = subject.asTag() + suffix;
                source.tagged(tag).ifPresent(manifest -> tagged.put(tag, manifest));
            }
        }
        return new Attached(referrers.values(), tagged);
    }

    private static List<Digest> subjects(Manifest root) {
        List<Digest> all = new ArrayList<>(List.of(root.digest()));
        if (root instanceof ImageIndex index) {
            index.manifests().forEach(child -> all.add(child.digest()));
        }
        return all;
    }

    boolean isEmpty() {
        return referrers.isEmpty() && tagged.isEmpty();
    }

    /** {@code 2 manifests that refer to the image}. */
    String text() {
        long count = Stream.concat(
                        referrers.stream().map(referrer -> referrer.listed().digest()),
                        tagged.values().stream().map(Manifest::digest))
                .distinct()
                .count();
        return count == 1 ? "1 manifest that refers to the image" : count + " manifests that refer to the image";
    }
}
