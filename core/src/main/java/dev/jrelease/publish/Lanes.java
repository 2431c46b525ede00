package dev.jrelease.publish;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Manifest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides which repositories are written in parallel, and which one after the other: of one registry, those
 * that hold the same content. The later ones take blobs over from the earlier ones. A registry that stores in a folder
 * also empties the file of a manifest for a moment while the same manifest is written again.
 */
final class Lanes {
    private Lanes() {}

    static List<List<Site>> of(List<Site> sites) {
        List<Lane> lanes = new ArrayList<>();
        for (Site site : sites) {
            Lane lane = new Lane(List.of(site), digests(site));
            for (Lane other : List.copyOf(lanes)) {
                if (other.meets(lane)) {
                    lanes.remove(other);
                    lane = other.with(lane);
                }
            }
            lanes.add(lane);
        }
        return lanes.stream().map(Lane::sites).toList();
    }

    private record Lane(List<Site> sites, Set<Digest> digests) {
        boolean meets(Lane other) {
            return registry().equals(other.registry()) && !Collections.disjoint(digests, other.digests);
        }

        private String registry() {
            return sites.getFirst().destination().name().registry();
        }

        Lane with(Lane other) {
            Set<Digest> all = new HashSet<>(digests);
            all.addAll(other.digests);
            return new Lane(Stream.concat(sites.stream(), other.sites.stream()).toList(), all);
        }
    }

    private static Set<Digest> digests(Site site) {
        Set<Digest> digests = new HashSet<>();
        for (Manifest root : site.destination().contents()) {
            digests.add(root.digest());
            root.references().stream().map(Descriptor::digest).forEach(digests::add);
        }
        return digests;
    }
}
