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
    /** The API of Docker 26, the first that is known to take these options of the exporter. */
    private static final ApiVersion PUSHES = new ApiVersion(1, 45);

    /**
     * Whether it can push an image into a repository while it builds it, and set the time of all files of a build,
     * including folders, to {@code SOURCE_DATE_EPOCH}.
     */
    public boolean pushesByDigest() {
        return containerdStore
                && ApiVersion.parse(apiVersion)
                        .filter(version -> version.compareTo(PUSHES) >= 0)
                        .isPresent();
    }
}
