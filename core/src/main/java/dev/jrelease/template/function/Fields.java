package dev.jrelease.template.function;

import java.util.Optional;

/** A value with named members that are computed on use. */
@FunctionalInterface
public interface Fields {
    Optional<Object> field(String name);
}
