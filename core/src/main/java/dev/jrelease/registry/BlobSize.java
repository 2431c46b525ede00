package dev.jrelease.registry;

import dev.jrelease.http.HttpResponse;
import dev.jrelease.text.LinearPattern;
import java.util.Optional;

/**
 * What a registry's answer says of the size of a blob.
 *
 * @param bytes empty if the blob is not there
 */
record BlobSize(Optional<Long> bytes) {
    private static final LinearPattern NUMBER = LinearPattern.of("[0-9]{1,18}");

    /** Empty if the head does not say it. */
    static Optional<BlobSize> ofHead(HttpResponse head) {
        BlobSize size = of(head);
        return head.status() == 404 || size.bytes.isPresent() ? Optional.of(size) : Optional.empty();
    }

    /** From all of a blob, or from a range of it, which states the whole. */
    static BlobSize of(HttpResponse response) {
        String header = response.status() == 206 ? "Content-Range" : "Content-Length";
        Optional<String> length = response.headers().first(header).filter(_ -> response.status() != 404);
        return new BlobSize(
                length.map(text -> text.substring(text.lastIndexOf('/') + 1)).flatMap(BlobSize::number));
    }

    /** A header that is a count of bytes. */
    static Optional<Long> number(String text) {
        return NUMBER.matches(text) ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
