package dev.jrelease.http;

import java.io.InputStream;

/**
 * A request to a {@link LoopbackServer}.
 *
 * @param target the path, and what it asks for after a question mark
 * @param range the header of that name; empty for the whole
 * @param authorization the header of that name; empty without a login
 */
public record ServerRequest(String method, String target, String range, String authorization, InputStream body) {}
