package dev.jrelease.credentials;

import dev.jrelease.secret.Secret;

/** What someone shows a registry. */
public sealed interface Credential {

    /** The part that nobody may see. */
    Secret secret();

    /** The name that goes with it; empty if none does. */
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

    /** A token that is exchanged for tokens of short life, and never shown to the registry itself. */
    record IdentityToken(Secret token) implements Credential {
        @Override
        public Secret secret() {
            return token;
        }
    }
}
