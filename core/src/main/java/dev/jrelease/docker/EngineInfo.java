package dev.jrelease.docker;

/**
 * What an engine says of itself.
 *
 * @param version of the engine: {@code 28.5.2}
 * @param apiVersion the version of the Engine API that is spoken with it
 * @param os GOOS of the machine it runs on
 * @param architecture GOARCH of that machine
 * @param containerdStore whether it keeps images in containerd: it then has them compressed
 */
public record EngineInfo(String version, String apiVersion, String os, String architecture, boolean containerdStore) {
    /** The API of Docker 26, whose BuildKit is the first that knows {@code rewrite-timestamp}. */
    private static final ApiVersion REWRITES = new ApiVersion(1, 45);

    /** Whether it can give all files that a build adds the time of {@code SOURCE_DATE_EPOCH}, folders included. */
    boolean rewritesTimestamps() {
        return containerdStore
                && ApiVersion.parse(apiVersion)
                        .filter(version -> version.compareTo(REWRITES) >= 0)
                        .isPresent();
    }
}
