package dev.jrelease.credentials;

import dev.jrelease.secret.Secret;

/** A login for a registry. */
public sealed interface Credential {

    /** The password or token. */
    Secret secret();

    /** The user name; empty if there is none. */
    default String userName() {
        return this instanceof UserPassword login ? login.user() : "";
    }

    /** A user name and a password, or an access token in its place. */
    record UserPassword(String user, Secret password) implements Credential {
        @Override
        public Secret secret() {
            return password;
        }
    }

    /** A token that is exchanged for short-lived tokens and never sent to the registry itself. */
    record IdentityToken(Secret token) implements Credential {
        @Override
        public Secret secret() {
            return token;
        }
    }
}
