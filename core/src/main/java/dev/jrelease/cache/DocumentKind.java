package dev.jrelease.cache;

import java.util.Locale;

/** What a document of the cache is about; each kind has a folder. */
public enum DocumentKind {
    /** What a build with certain inputs gave. */
    BUILD,
    /** What the export of an image of the engine gave. */
    EXPORT,
    /** What the compression of a layer gave. */
    LAYER,
    /** What an engine compressed to a blob. */
    COMPRESSION,
    /** What the verification of an image gave. */
    VERDICT;

    String folder() {
        return name().toLowerCase(Locale.ROOT) + "s";
    }
}
