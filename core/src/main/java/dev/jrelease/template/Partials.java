package dev.jrelease.template;

import java.io.IOException;

/** The partials of a template: files that {@code {{> name}}} includes. */
@FunctionalInterface
public interface Partials {
    /** The text of a partial. */
    String text(String name) throws IOException;

    /** The name of a partial in messages. */
    default String label(String name) {
        return name;
    }

    /** No partials. */
    static Partials none() {
        return name -> {
            throw new IOException("partials are not available here");
        };
    }
}
