package dev.jrelease.testkit.registry;

/**
 * What the specification leaves to a registry.
 *
 * @param relativeLocations whether locations come without scheme and host
 * @param mounts whether a blob is taken over from another repository
 * @param tagParameters whether a manifest that is put by its digest gets the tags that the query lists
 * @param largestUpload how many bytes one request may carry into an upload
 * @param smallestChunk how many bytes each chunk but the last one has to have
 */
record Dialect(
        boolean relativeLocations, boolean mounts, boolean tagParameters, long largestUpload, long smallestChunk) {
    static final Dialect PLAIN = new Dialect(false, true, false, Long.MAX_VALUE, 0);

    Dialect withRelativeLocations() {
        return new Dialect(true, mounts, tagParameters, largestUpload, smallestChunk);
    }

    Dialect withoutMounts() {
        return new Dialect(relativeLocations, false, tagParameters, largestUpload, smallestChunk);
    }

    Dialect withTagParameters() {
        return new Dialect(relativeLocations, mounts, true, largestUpload, smallestChunk);
    }

    Dialect withLargestUpload(long bytes) {
        return new Dialect(relativeLocations, mounts, tagParameters, bytes, smallestChunk);
    }

    Dialect withSmallestChunk(long bytes) {
        return new Dialect(relativeLocations, mounts, tagParameters, largestUpload, bytes);
    }
}
