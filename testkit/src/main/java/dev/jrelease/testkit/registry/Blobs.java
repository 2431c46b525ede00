package dev.jrelease.testkit.registry;

import dev.jrelease.testkit.registry.Storage.Content;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /v2/NAME/blobs/DIGEST}: reads blobs, whole or in ranges, and deletes them. */
final class Blobs implements Endpoint {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private final RegistryContent holdings;
    private final RequestLog log;
    private final Lag lag;

    Blobs(RegistryContent holdings, RequestLog log, Lag lag) {
        this.holdings = holdings;
        this.log = log;
        this.lag = lag;
    }

    @Override
    public void answer(Call call, String repository, String digest) throws IOException {
        Content blob = holdings.blob(repository, digest).orElseThrow(() -> Refusal.blobUnknown(digest));
        if (call.reads() && lag.look(repository, digest).isPresent()) {
            throw Refusal.blobUnknown(digest);
        }
        switch (call.method()) {
            case "GET", "HEAD" -> read(call, digest, blob);
            case "DELETE" -> {
                holdings.deleteBlob(repository, digest);
                log.enter(Write.Kind.DELETE_BLOB, repository, digest, digest);
                call.answer(202);
            }
            default -> throw Refusal.unsupported(call);
        }
    }

    private static void read(Call call, String digest, Content blob) throws IOException {
        call.with("Content-Type", "application/octet-stream")
                .with("Accept-Ranges", "bytes")
                .withDigest(digest);
        Optional<Matcher> range = call.header("Range").map(RANGE::matcher).filter(Matcher::matches);
        if (range.isEmpty()) {
            call.answer(200, blob, 0, blob.size());
            return;
        }
        long first = Long.parseLong(range.get().group(1));
        String end = range.get().group(2);
        long last = end.isEmpty() ? blob.size() - 1 : Math.min(Long.parseLong(end), blob.size() - 1);
        if (first > last) {
            call.with("Content-Range", "bytes */" + blob.size());
            throw new Refusal(416, "SIZE_INVALID", "the range is outside of the blob");
        }
        call.with("Content-Range", "bytes " + first + "-" + last + "/" + blob.size())
                .answer(206, blob, first, last - first + 1);
    }
}
