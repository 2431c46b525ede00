package dev.jrelease.pipeline;

import java.util.List;

/**
 * Images that were built before, which a run takes instead of building them.
 *
 * @param folders dist folders of other runs, or {@code oci:DIR}, as they were typed
 * @param asTheyAre whether exactly these are published, or refused: nothing of a registry is adopted
 */
public record BuiltBefore(List<String> folders, boolean asTheyAre) {
    public BuiltBefore {
        folders = List.copyOf(folders);
    }
}
