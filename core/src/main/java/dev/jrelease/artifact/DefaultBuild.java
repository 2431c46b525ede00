package dev.jrelease.artifact;

import dev.jrelease.image.KnownPlatforms;
import dev.jrelease.image.Platform;
import java.util.List;

/** The program that GoReleaser builds where a file has no {@code builds}. */
public final class DefaultBuild {
    private DefaultBuild() {}

    /** What it is for if it is written in Go; in other languages it is for no other platforms. */
    public static List<Platform> platforms() {
        return KnownPlatforms.DEFAULT_GOOS.stream()
                .flatMap(
                        os -> KnownPlatforms.DEFAULT_GOARCH.stream().map(architecture -> Platform.of(os, architecture)))
                .toList();
    }
}
