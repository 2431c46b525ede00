package dev.jrelease.docker;

/**
 * Version and platform of an engine.
 *
 * @param version of the engine: {@code 28.5.2}
 * @param apiVersion the negotiated version of the Engine API
 * @param os GOOS of its host
 * @param architecture GOARCH of its host
 * @param containerdStore whether it keeps images in containerd, with compressed layers
 * @param kernel the version of its host's kernel
 */
public record EngineInfo(
        String version, String apiVersion, String os, String architecture, boolean containerdStore, String kernel) {
    /** The API of Docker 26, the first whose BuildKit supports {@code rewrite-timestamp}. */
    private static final ApiVersion REWRITES = new ApiVersion(1, 45);

    /** Whether it can set the time of all files of a build, including folders, to {@code SOURCE_DATE_EPOCH}. */
    boolean rewritesTimestamps() {
        return containerdStore
                && ApiVersion.parse(apiVersion)
                        .filter(version -> version.compareTo(REWRITES) >= 0)
                        .isPresent();
    }
}
