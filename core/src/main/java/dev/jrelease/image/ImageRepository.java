package dev.jrelease.image;

import java.util.List;
import java.util.Optional;

/** A place whose images have tags: a repository of a registry. May be used by many threads at once. */
public interface ImageRepository extends ImageSource, ImageSink {
    /** Registry and repository, without tag and digest. */
    String name();

    /** What a tag or digest stands for now. Empty if there is no such thing. */
    Optional<Descriptor> resolve(String tagOrDigest);

    /** The size of a blob as it is there. Empty if the blob is not there. */
    Optional<Long> blobSize(Descriptor blob);

    /**
     * Lets the registry take a blob over from another of its repositories. False if it does not do that, or if the
     * blob is not there or not for us; then it has to be written.
     */
    boolean mount(Descriptor blob, String fromRepository);

    /** Lets a tag name a manifest or index, whose parts must be there. Moves the tag if it named another one. */
    void writeTag(String tag, Manifest manifest);

    /**
     * Lets several tags name a manifest or index in one request, where the registry can.
     *
     * @return the tags that the registry says it wrote; the others are as they were
     */
    List<String> writeTags(List<String> tags, Manifest manifest);

    /** Removes a tag, not what it names. False if the registry does not do that. */
    boolean deleteTag(String tag);
}
