package dev.jrelease.registry;

import dev.jrelease.http.HttpResponse;
import java.util.Optional;

/**
 * An upload that a registry has begun.
 *
 * @param location where its next request goes
 * @param received how many bytes the registry has
 * @param smallestChunk how many bytes each chunk but the last one has to have
 */
record UploadSession(String location, long received, long smallestChunk) {

    static UploadSession begun(String location, HttpResponse response) {
        return new UploadSession(
                location,
                0,
                response.headers()
                        .first("OCI-Chunk-Min-Length")
                        .flatMap(BlobSize::number)
                        .orElse(0L));
    }

    /** After an answer that states the range received: {@code Range: 0-1023}, also for nothing at all {@code 0-0}. */
    UploadSession after(HttpResponse response, String next, long otherwise) {
        Optional<Long> last = response.headers()
                .first("Range")
                .map(range -> range.substring(range.lastIndexOf('-') + 1))
                .flatMap(BlobSize::number);
        return new UploadSession(next, last.map(end -> end == 0 ? 0 : end + 1).orElse(otherwise), smallestChunk);
    }

    String closing(String digest) {
        return location + (location.contains("?") ? "&" : "?") + "digest=" + digest;
    }
}
