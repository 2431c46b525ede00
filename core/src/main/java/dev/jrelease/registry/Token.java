package dev.jrelease.registry;

import dev.jrelease.secret.Secret;

/**
 * A bearer token.
 *
 * @param scopes what was asked for; the server may have granted less
 * @param expiresAt by {@link System#nanoTime}
 */
record Token(Secret value, Scopes scopes, long expiresAt) {

    boolean isFresh() {
        return expiresAt - System.nanoTime() > 0;
    }

    String header() {
        return "Bearer " + value.reveal();
    }
}
