package dev.jrelease.cache;

import java.util.Locale;

/** The kinds of documents in the cache; each has a folder. */
public enum DocumentKind {
    /** The result of a build with certain inputs. */
    BUILD,
    /** The result of the export of an image from an engine. */
    EXPORT,
    /** The result of the compression of a layer. */
    LAYER,
    /** The layer that an engine has compressed to a blob. */
    COMPRESSION,
    /** The result of the verification of an image. */
    VERDICT;

    String folder() {
        return name().toLowerCase(Locale.ROOT) + "s";
    }
}
