package dev.jrelease.testkit.registry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a registry was asked and what it wrote, entered before the answer leaves, so that a test may look at once. */
final class RequestLog {
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Write> writes = new CopyOnWriteArrayList<>();

    void enter(Request request) {
        requests.add(request);
    }

    void enter(Write.Kind kind, String repository, String reference, String digest) {
        writes.add(new Write(kind, repository, reference, digest));
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<Write> writes() {
        return List.copyOf(writes);
    }

    void clear() {
        requests.clear();
        writes.clear();
    }
}
