package dev.jrelease.http;

import java.net.URI;

/**
 * A request, sent as it is; only {@code Host}, the length and the user agent are added.
 *
 * @param uri absolute, http or https
 */
public record HttpRequest(String method, URI uri, Headers headers, Body body, Trust trust, ReadTimeout readTimeout) {

    /** A request without headers and body to a host whose certificate must be good. */
    public static HttpRequest of(String method, URI uri) {
        return new HttpRequest(method, uri, Headers.EMPTY, Body.NONE, Trust.VERIFIED, ReadTimeout.TRANSFER);
    }

    public HttpRequest with(Headers all) {
        return new HttpRequest(method, uri, all, body, trust, readTimeout);
    }

    public HttpRequest with(Body content) {
        return new HttpRequest(method, uri, headers, content, trust, readTimeout);
    }

    public HttpRequest with(Trust certificates) {
        return new HttpRequest(method, uri, headers, body, certificates, readTimeout);
    }

    public HttpRequest with(ReadTimeout other) {
        return new HttpRequest(method, uri, headers, body, trust, other);
    }
}
