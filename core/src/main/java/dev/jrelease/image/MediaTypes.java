package dev.jrelease.image;

import java.util.List;
import java.util.Optional;

/** The media types of OCI image specification 1.1 and of Docker's image manifest version 2, schema 2. */
public final class MediaTypes {
    public static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    public static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    public static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";
    public static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar";
    public static final String OCI_LAYER_GZIP = "application/vnd.oci.image.layer.v1.tar+gzip";
    public static final String OCI_LAYER_ZSTD = "application/vnd.oci.image.layer.v1.tar+zstd";
    public static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    public static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
    public static final String DOCKER_CONFIG = "application/vnd.docker.container.image.v1+json";
    public static final String DOCKER_LAYER = "application/vnd.docker.image.rootfs.diff.tar";
    public static final String DOCKER_LAYER_GZIP = "application/vnd.docker.image.rootfs.diff.tar.gzip";
    public static final String DOCKER_LAYER_ZSTD = "application/vnd.docker.image.rootfs.diff.tar.zstd";

    private static final String OCI_FOREIGN_LAYER = "application/vnd.oci.image.layer.nondistributable.v1.tar";
    private static final String OCI_FOREIGN_LAYER_GZIP = OCI_FOREIGN_LAYER + "+gzip";
    private static final String DOCKER_FOREIGN_LAYER = "application/vnd.docker.image.rootfs.foreign.diff.tar";
    private static final String DOCKER_FOREIGN_LAYER_GZIP = DOCKER_FOREIGN_LAYER + ".gzip";

    /** The media types of manifests and indexes, for the Accept header. */
    public static final List<String> MANIFESTS = List.of(OCI_INDEX, OCI_MANIFEST, DOCKER_LIST, DOCKER_MANIFEST);

    private MediaTypes() {}

    public static boolean isIndex(String mediaType) {
        return mediaType.equals(OCI_INDEX) || mediaType.equals(DOCKER_LIST);
    }

    public static boolean isManifest(String mediaType) {
        return mediaType.equals(OCI_MANIFEST) || mediaType.equals(DOCKER_MANIFEST);
    }

    /** Whether this is an OCI media type of a layer that is stored in a registry. */
    public static boolean isLayer(String mediaType) {
        return mediaType.equals(OCI_LAYER) || mediaType.equals(OCI_LAYER_GZIP) || mediaType.equals(OCI_LAYER_ZSTD);
    }

    /** Whether this is a media type of either for layers that lie outside of registries, as those of Windows did. */
    static boolean isForeignLayer(String mediaType) {
        return toOci(mediaType).startsWith(OCI_FOREIGN_LAYER);
    }

    /** The equivalent media type of Docker's for a layer of either; empty if there is none. */
    static Optional<String> toDocker(String layer) {
        return switch (layer) {
            case OCI_LAYER, DOCKER_LAYER -> Optional.of(DOCKER_LAYER);
            case OCI_LAYER_GZIP, DOCKER_LAYER_GZIP -> Optional.of(DOCKER_LAYER_GZIP);
            case OCI_LAYER_ZSTD, DOCKER_LAYER_ZSTD -> Optional.of(DOCKER_LAYER_ZSTD);
            case OCI_FOREIGN_LAYER, DOCKER_FOREIGN_LAYER -> Optional.of(DOCKER_FOREIGN_LAYER);
            case OCI_FOREIGN_LAYER_GZIP, DOCKER_FOREIGN_LAYER_GZIP -> Optional.of(DOCKER_FOREIGN_LAYER_GZIP);
            default -> Optional.empty();
        };
    }

    /** The equivalent OCI media type; types without one are returned unchanged. */
    public static String toOci(String mediaType) {
        return switch (mediaType) {
            case DOCKER_LIST -> OCI_INDEX;
            case DOCKER_MANIFEST -> OCI_MANIFEST;
            case DOCKER_CONFIG -> OCI_CONFIG;
            case DOCKER_LAYER -> OCI_LAYER;
            case DOCKER_LAYER_GZIP -> OCI_LAYER_GZIP;
            case DOCKER_LAYER_ZSTD -> OCI_LAYER_ZSTD;
            case DOCKER_FOREIGN_LAYER -> OCI_FOREIGN_LAYER;
            case DOCKER_FOREIGN_LAYER_GZIP -> OCI_FOREIGN_LAYER_GZIP;
            default -> mediaType;
        };
    }
}
