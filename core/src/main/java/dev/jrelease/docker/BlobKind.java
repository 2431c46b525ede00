package dev.jrelease.docker;

import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The kind of a blob in an archive, determined by its first bytes: its name does not state it. */
enum BlobKind {
    /** A manifest, a configuration or an attestation: small, and kept in memory. */
    DOCUMENT(""),
    GZIP(MediaTypes.OCI_LAYER_GZIP),
    ZSTD(MediaTypes.OCI_LAYER_ZSTD),
    TAR(MediaTypes.OCI_LAYER);

    /** The number of bytes that {@link #of} needs. */
    static final int HEAD = 512;

    private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};
    private static final byte[] ZSTD_MAGIC = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
    private static final byte[] TAR_MAGIC = "ustar".getBytes(StandardCharsets.US_ASCII);
    private static final int TAR_MAGIC_OFFSET = 257;

    private final String mediaType;

    BlobKind(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The OCI media type of a layer of this kind. */
    String mediaType() {
        return mediaType;
    }

    static BlobKind of(byte[] head, long size) {
        if (has(head, 0, GZIP_MAGIC)) {
            return GZIP;
        }
        if (has(head, 0, ZSTD_MAGIC)) {
            return ZSTD;
        }
        boolean json = head.length > 0 && head[0] == '{' && !has(head, TAR_MAGIC_OFFSET, TAR_MAGIC);
        return json && size <= Manifest.MAX_BYTES ? DOCUMENT : TAR;
    }

    private static boolean has(byte[] head, int offset, byte[] magic) {
        return head.length >= offset + magic.length
                && Arrays.equals(head, offset, offset + magic.length, magic, 0, magic.length);
    }
}
