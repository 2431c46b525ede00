package dev.jrelease.files;

import java.io.IOException;

/** A file of the configuration is outside of its repository. The message is the end of a sentence. */
public final class OutsideException extends IOException {
    private static final long serialVersionUID = 1;

    private final String tree;

    OutsideException(SourceTree tree) {
        super("it is outside of " + tree + "; copy it into that folder and use the copy");
        this.tree = tree.toString();
    }

    /** The folder that the file must be in, as {@code the repository /home/me/hello}. */
    public String tree() {
        return tree;
    }
}
