package dev.jrelease.pipes.images.candidate;

import dev.jrelease.pipes.images.ImageTag;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An image or index of a candidate, and the tags of the release that are to hold it.
 *
 * @param from tags of the candidate that hold it, in several registries perhaps
 */
record PromotedContent(List<CandidateTag> from, List<ImageTag> tags) {
    PromotedContent {
        from = List.copyOf(from);
        tags = List.copyOf(tags);
    }

    /** The tag whose line in the file stands for all. */
    ImageTag first() {
        return tags.getFirst();
    }

    String candidates() {
        return from.stream().map(CandidateTag::text).collect(Collectors.joining(", "));
    }
}
