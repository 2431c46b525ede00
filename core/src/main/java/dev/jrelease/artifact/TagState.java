package dev.jrelease.artifact;

/** The result of a release for one of its tags. */
public enum TagState {
    /** It names this release. */
    PUBLISHED,
    /** It stays: what it holds is newer. */
    KEPT,
    /** It had moved, and holds what it held before. */
    TAKEN_BACK,
    NOT_MOVED,
    /** Only the registry knows what it holds. */
    UNKNOWN
}
