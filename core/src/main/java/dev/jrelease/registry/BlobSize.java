package dev.jrelease.registry;

import dev.jrelease.http.HttpResponse;
import dev.jrelease.text.LinearPattern;
import java.util.Optional;

/**
 * The size of a blob in a response.
 *
 * @param bytes empty if the blob does not exist
 */
record BlobSize(Optional<Long> bytes) {
    private static final LinearPattern NUMBER = LinearPattern.of("[0-9]{1,18}");

    /** The size in the head; empty if it has none. */
    static Optional<BlobSize> ofHead(HttpResponse head) {
        BlobSize size = of(head);
        return head.status() == 404 || size.bytes.isPresent() ? Optional.of(size) : Optional.empty();
    }

    /** The size from a whole blob, or from the range of a part. */
    static BlobSize of(HttpResponse response) {
        String header = response.status() == 206 ? "Content-Range" : "Content-Length";
        Optional<String> length = response.headers().first(header).filter(_ -> response.status() != 404);
        return new BlobSize(
                length.map(text -> text.substring(text.lastIndexOf('/') + 1)).flatMap(BlobSize::number));
    }

    /** Parses a number of bytes in a header. */
    static Optional<Long> number(String text) {
        return NUMBER.matches(text) ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
