package dev.jrelease.template;

import java.io.IOException;

/** The files that {@code {{> name}}} puts into a template. */
@FunctionalInterface
public interface Partials {
    /** The text of the file of that name. */
    String text(String name) throws IOException;

    /** What the file of that name is called where there is a problem in it. */
    default String label(String name) {
        return name;
    }

    /** For templates that stand alone. */
    static Partials none() {
        return name -> {
            throw new IOException("there are no partials here");
        };
    }
}
