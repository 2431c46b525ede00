package dev.jrelease.template.function;

import java.util.Optional;

/** A value with named parts that are worked out when they are asked for. */
@FunctionalInterface
public interface Fields {
    Optional<Object> field(String name);
}
