package dev.jrelease.image;

import java.util.List;
import java.util.Optional;

/** A place that holds many images under tags, with what refers to them: a repository, or a layout on disk. */
public interface TaggedImages extends ImageSource, ImageSink {

    /**
     * What refers to a manifest as its subject: signatures, SBOMs.
     *
     * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers">listing
     *     referrers</a>
     */
    List<Descriptor> referrers(Digest subject);

    /** The manifest or index of a tag; empty if there is no such tag. */
    Optional<Manifest> tagged(String tag);

    /** Points a tag to a manifest or index, whose content must be there. Replaces the previous target. */
    void writeTag(String tag, Manifest manifest);
}
