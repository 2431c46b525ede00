package dev.jrelease.testkit.registry;

/** Who may use a registry. */
public sealed interface Login {
    /** Everybody, without a word. */
    record None() implements Login {}

    /** One user, with the password in each request. */
    record Basic(String user, String password) implements Login {}

    /**
     * One user, with a bearer token that the registry's own token endpoint hands out for scopes.
     *
     * @param anonymousPull whether everybody may have a token to pull with
     */
    record Token(String user, String password, boolean anonymousPull) implements Login {
        public Token withAnonymousPull() {
            return new Token(user, password, true);
        }
    }

    static Login none() {
        return new None();
    }

    static Login basic(String user, String password) {
        return new Basic(user, password);
    }

    static Token token(String user, String password) {
        return new Token(user, password, false);
    }
}
