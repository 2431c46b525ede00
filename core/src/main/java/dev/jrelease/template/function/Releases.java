package dev.jrelease.template.function;

import java.util.List;

/** The versions of the project, for {@code isNewest}. */
@FunctionalInterface
public interface Releases {
    /**
     * Whether this version is the highest of its line.
     *
     * @param line major, or major and minor; empty for all versions
     */
    boolean isNewest(List<Long> line);
}
