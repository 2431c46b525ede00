package dev.jrelease.registry;

import dev.jrelease.secret.Secret;

/**
 * A bearer token.
 *
 * @param scopes what was asked for; the server may have granted less
 * @param expiresAt on the clock of the run
 */
record Token(Secret value, Scopes scopes, long expiresAt) {

    boolean isFreshAt(long now) {
        return expiresAt - now > 0;
    }

    String header() {
        return "Bearer " + value.reveal();
    }
}
