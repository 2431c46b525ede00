package dev.jrelease.config.bind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A known key that is not followed: an error, or in a GoReleaser file a warning unless it changes images. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Unsupported.All.class)
public @interface Unsupported {
    String key();

    /** The reason, as the second half of a sentence. */
    String why();

    /** Whether the key changes the image, so that it is an error in a GoReleaser file, too. */
    boolean changesImage() default false;

    /** Several keys. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {
        Unsupported[] value();
    }
}
