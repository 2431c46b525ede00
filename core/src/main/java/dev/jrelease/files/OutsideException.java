package dev.jrelease.files;

import java.io.IOException;

/** A configuration names a file that is outside of its repository. The message is the end of a sentence. */
public final class OutsideException extends IOException {
    private static final long serialVersionUID = 1;

    private final String tree;

    OutsideException(SourceTree tree) {
        super("it is outside of " + tree + "; copy it in, and name the copy");
        this.tree = tree.toString();
    }

    /** What it is outside of, as {@code the repository /home/me/hello}. */
    public String tree() {
        return tree;
    }
}
