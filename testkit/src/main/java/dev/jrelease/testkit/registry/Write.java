package dev.jrelease.testkit.registry;

/**
 * A change of what the registry holds, in the order in which it took effect.
 *
 * @param reference the digest, or for {@link Kind#TAG} and {@link Kind#DELETE_TAG} the tag
 * @param digest what was written; for {@link Kind#DELETE_TAG} empty
 */
public record Write(Kind kind, String repository, String reference, String digest) {
    /** What was changed. */
    public enum Kind {
        BLOB,
        MOUNT,
        MANIFEST,
        TAG,
        DELETE_BLOB,
        DELETE_MANIFEST,
        DELETE_TAG
    }
}
