package dev.jrelease.publish;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.Manifest;
import dev.jrelease.publish.TransactionListener.Event;
import dev.jrelease.publish.Work.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Brings all content by digest to every repository. No tag is written yet. */
record Push(Work work) {
    void run() throws InterruptedException {
        List<List<Site>> lanes = Lanes.of(work.sites());
        List<List<Part>> parts = lanes.stream().map(this::parts).toList();
        work.inLanes(parts);
    }

    private List<Part> parts(List<Site> lane) {
        List<MountSource> earlier = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (Site site : lane) {
            List<MountSource> before = List.copyOf(earlier);
            parts.add(new Part(site, () -> push(site, blob -> isMounted(blob, site, lane, before))));
            earlier.add(new MountSource(path(site), blobs(site)::contains));
        }
        return parts;
    }

    /** The repository as the registry calls it. */
    private static String path(Site site) {
        return site.destination().name().repository();
    }

    private void push(Site site, Predicate<Descriptor> mounted) throws InterruptedException {
        ImageCopy copy = new ImageCopy(
                work.publication().source(),
                site.content(),
                mounted,
                work.options().parallelism(),
                transfer -> work.report(new Event.Transferred(site.destination(), transfer)));
        copy.copy(site.destination().contents());
        work.report(new Event.Held(site.destination()));
    }

    /**
     * Of the repositories that are published to, one is tried: where it is there, and not taken over from it, it is not
     * from another one either.
     */
    private static boolean isMounted(Descriptor blob, Site site, List<Site> lane, List<MountSource> earlier) {
        Stream<String> taken = lane.stream()
                .filter(other -> other.repository().hasTaken(blob.digest()))
                .map(Push::path);
        return Stream.concat(
                        Stream.concat(taken, holding(blob, earlier))
                                .filter(other -> !other.equals(path(site)))
                                .limit(1),
                        holding(blob, site.destination().mounts()).filter(other -> !other.equals(path(site))))
                .distinct()
                .anyMatch(other -> site.repository().mount(blob, other));
    }

    private static Stream<String> holding(Descriptor blob, List<MountSource> sources) {
        return sources.stream()
                .filter(source -> source.mayHold().test(blob.digest()))
                .map(MountSource::repository);
    }

    private Set<Digest> blobs(Site site) {
        ImageSource source = work.publication().source();
        Set<Digest> blobs = new HashSet<>();
        for (Manifest root : site.destination().contents()) {
            for (ImageManifest image : ImageCopy.images(root, source)) {
                image.references().stream().map(Descriptor::digest).forEach(blobs::add);
            }
        }
        return blobs;
    }
}
