package dev.jrelease.template.function;

import java.util.List;

/** The versions there are beside the one that is released. */
@FunctionalInterface
public interface Releases {
    /**
     * Whether this version is the highest of its line.
     *
     * @param line major, or major and minor; nothing for all versions
     */
    boolean isNewest(List<Long> line);
}
