package dev.jrelease.registry;

import dev.jrelease.http.Body;
import dev.jrelease.http.Headers;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.http.ReadTimeout;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * One request to a registry, with its description for messages.
 *
 * @param attempt what it is for, as it follows "could not"
 * @param target a path, or the whole address where the registry gave one
 * @param scopes what a token has to allow
 * @param expected the statuses that are answers; every other one is a failure
 */
record Call(
        String attempt,
        String method,
        String target,
        Headers headers,
        Body body,
        Scopes scopes,
        Set<Integer> expected) {

    /** The range of a request that only checks whether content exists. */
    static final String FIRST_BYTE = "bytes=0-0";

    static Call of(String attempt, String method, String target, Scopes scopes, Integer... expected) {
        return new Call(attempt, method, target, Headers.EMPTY, Body.NONE, scopes, Set.of(expected));
    }

    Call with(String name, String value) {
        return new Call(attempt, method, target, headers.with(name, value), body, scopes, expected);
    }

    Call with(Body content) {
        return new Call(attempt, method, target, headers, content, scopes, expected);
    }

    /** The time-out: manifests are small, so they are answered soon. */
    ReadTimeout readTimeout() {
        boolean readsBlob = method.equals("GET")
                && target.contains("/blobs/")
                && !headers.first("Range").equals(Optional.of(FIRST_BYTE));
        return readsBlob || body instanceof Body.Stream ? ReadTimeout.TRANSFER : ReadTimeout.ANSWER;
    }

    /** Whether a tag may name something else afterwards. */
    boolean changesTag() {
        return (method.equals("PUT") || method.equals("DELETE")) && target.contains("/manifests/");
    }

    boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Reads a response with an expected status, which is closed afterwards. */
    @FunctionalInterface
    interface Answer<T> {
        T read(HttpResponse response) throws IOException;
    }
}
