package dev.jrelease.config.bind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The record has only some keys of its mapping; other keys are ignored. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface IgnoresOtherKeys {
    /**
     * Keys of GoReleaser's that are ignored. If there are some, a key that is similar to a key of the record, and more
     * similar to it than to these, is a misspelt key and an error.
     */
    String[] value() default {};
}
