package dev.jrelease.image;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
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
public record Attached(List<Referrer> referrers, Map<String, Manifest> tagged) {
    private static final List<String> COSIGN = List.of(".sig", ".att", ".sbom");

    public Attached {
        referrers = List.copyOf(referrers);
        tagged = Collections.unmodifiableMap(new LinkedHashMap<>(tagged));
    }

    /**
     * A manifest about another one.
     *
     * @param listed as the list of referrers describes it
     */
    public record Referrer(Digest subject, Descriptor listed) {}

    /** Finds everything about an image or index, its children, and what is found. */
    public static Attached to(Manifest root, TaggedImages source) {
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
        return new Attached(List.copyOf(referrers.values()), tagged);
    }

    private static List<Digest> subjects(Manifest root) {
        List<Digest> all = new ArrayList<>(List.of(root.digest()));
        if (root instanceof ImageIndex index) {
            index.manifests().forEach(child -> all.add(child.digest()));
        }
        return all;
    }

    /** The same without what the place has tags for: signatures that were made there stay. */
    public Attached withoutTagsOf(TaggedImages place) {
        Map<String, Manifest> others = new LinkedHashMap<>(tagged);
        others.keySet().removeIf(tag -> place.tagged(tag).isPresent());
        return new Attached(referrers, others);
    }

    /**
     * Brings all of it to a place that has the image.
     *
     * @param copy from the source to the place
     */
    public void copyTo(TaggedImages place, TaggedImages source, ImageCopy copy) throws InterruptedException {
        List<Manifest> manifests = new ArrayList<>(tagged.values());
        referrers.forEach(
                referrer -> manifests.add(source.manifest(referrer.listed().digest())));
        copy.copy(manifests);
        referrers.forEach(referrer -> list(referrer, place));
        tagged.forEach(place::writeTag);
    }

    /** Adds a referrer to the list under the tag of its subject, unless the place lists it by itself. */
    private static void list(Referrer referrer, TaggedImages place) {
        Digest subject = referrer.subject();
        List<Descriptor> listed = place.referrers(subject);
        if (listed.stream()
                .anyMatch(entry -> entry.digest().equals(referrer.listed().digest()))) {
            return;
        }
        List<Descriptor> more = new ArrayList<>(listed);
        more.add(referrer.listed());
        ImageIndex index = ImageIndex.of(more);
        place.writeManifest(index);
        place.writeTag(subject.asTag(), index);
    }

    public boolean isEmpty() {
        return referrers.isEmpty() && tagged.isEmpty();
    }

    /** {@code 2 manifests that refer to the image}. */
    public String text() {
        long count = Stream.concat(
                        referrers.stream().map(referrer -> referrer.listed().digest()),
                        tagged.values().stream().map(Manifest::digest))
                .distinct()
                .count();
        return count == 1 ? "1 manifest that refers to the image" : count + " manifests that refer to the image";
    }
}
