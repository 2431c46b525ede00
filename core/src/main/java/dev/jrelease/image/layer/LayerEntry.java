package dev.jrelease.image.layer;

import java.time.Instant;

/**
 * An entry of a layer.
 *
 * @param path from the root of the file system, without a slash at either end
 * @param mode permission bits, with set-user-id and similar bits
 * @param size in bytes; 0 for everything but files
 * @param target of a link: as written for symbolic links, a path like {@code path} for hard links; else empty
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/layer.md">OCI layers</a>
 */
public record LayerEntry(
        String path, Kind kind, int mode, long userId, long groupId, long size, Instant modified, String target) {

    /** The type of an entry. */
    public enum Kind {
        FILE,
        DIRECTORY,
        SYMBOLIC_LINK,
        HARD_LINK,
        /** A device, a pipe. */
        SPECIAL
    }

    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    /** The folder of the entry; empty for the root. */
    public String parent() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    /** The last component of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether this is an opaque whiteout, which removes the content of its folder in lower layers. */
    public boolean isOpaque() {
        return name().equals(OPAQUE);
    }

    /** Whether this is a whiteout, which removes {@link #removed} of lower layers. */
    public boolean isWhiteout() {
        return name().startsWith(WHITEOUT) && !isOpaque();
    }

    /** The path that a whiteout removes. */
    public String removed() {
        String name = name().substring(WHITEOUT.length());
        return parent().isEmpty() ? name : parent() + "/" + name;
    }

    /** Whether a user may execute it. */
    public boolean isExecutable() {
        return (mode & 0111) != 0;
    }
}
