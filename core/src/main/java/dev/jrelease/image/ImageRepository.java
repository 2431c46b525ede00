package dev.jrelease.image;

import java.util.List;
import java.util.Optional;

/** A repository of a registry, whose images have tags. May be used by many threads at once. */
public interface ImageRepository extends TaggedImages {
    /** Registry and repository, without tag and digest. */
    String name();

    /** The manifest that a tag or digest refers to now; empty if there is none. */
    Optional<Descriptor> resolve(String tagOrDigest);

    @Override
    default Optional<Manifest> tagged(String tag) {
        return resolve(tag).map(found -> manifest(found.digest()));
    }

    /** The size of a blob in this repository; empty if it does not have the blob. */
    Optional<Long> blobSize(Descriptor blob);

    /** Whether the registry has shown this run that the repository has some content. Asks nothing. */
    default boolean hasShown(Digest content) {
        return false;
    }

    /** Whether the repository has taken some content from this run, which was not there before. Asks nothing. */
    default boolean hasTaken(Digest content) {
        return false;
    }

    /**
     * Asks the registry to mount a blob from another of its repositories. False if it does not; then the blob has to be
     * written.
     */
    boolean mount(Descriptor blob, String fromRepository);

    /** Points a tag to a manifest or index, whose content must be there. Replaces the previous target. */
    void writeTag(String tag, Manifest manifest, TagCheck check);

    @Override
    default void writeTag(String tag, Manifest manifest) {
        writeTag(tag, manifest, TagCheck.NONE);
    }

    /**
     * Points several tags to a manifest or index in one request, if the registry supports that.
     *
     * @return the tags that the registry reports as written; the others are unchanged
     */
    List<String> writeTags(List<String> tags, Manifest manifest, TagCheck check);

    /** Deletes a tag, but not its manifest. False if the registry does not support that. */
    boolean deleteTag(String tag, TagCheck check);
}
