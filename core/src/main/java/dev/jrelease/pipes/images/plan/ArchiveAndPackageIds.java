package dev.jrelease.pipes.images.plan;

import dev.jrelease.pipes.images.entry.ImagesConfig;
import dev.jrelease.pipes.images.entry.MentionedEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ids of sections that are not run, which {@code ids} of an image may contain as in GoReleaser.
 *
 * @param packages of {@code nfpms}, which GoReleaser puts into images
 * @param archives of {@code archives}, which it does not
 */
record ArchiveAndPackageIds(List<String> packages, List<String> archives) {
    private static final String DEFAULT_ID = "default";

    ArchiveAndPackageIds {
        packages = List.copyOf(packages);
        archives = List.copyOf(archives);
    }

    static ArchiveAndPackageIds of(ImagesConfig config) {
        return new ArchiveAndPackageIds(ids(config.nfpms()), ids(config.archives()));
    }

    private static List<String> ids(List<MentionedEntry> entries) {
        Stream<Optional<String>> ids = entries.stream().map(MentionedEntry::id);
        return ids.map(id -> id.orElse(DEFAULT_ID)).toList();
    }
}
