package dev.jrelease.config.bind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A key of a record that is known and not followed: an error, or in a file of GoReleaser's a warning unless it changes images. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Unsupported.All.class)
public @interface Unsupported {
    String key();

    /** Why it is not followed, as the second half of a sentence. */
    String why();

    /** Whether an image is another without it, so that it is an error in a file of GoReleaser's, too. */
    boolean changesImage() default false;

    /** Several of them. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface All {
        Unsupported[] value();
    }
}
