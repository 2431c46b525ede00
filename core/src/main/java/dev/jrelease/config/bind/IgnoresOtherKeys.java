package dev.jrelease.config.bind;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The record has only some keys of its mapping; other keys are ignored. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface IgnoresOtherKeys {
    /** Keys of GoReleaser's that are ignored. If there are none, every other key is. */
    String[] value() default {};
}
