package dev.jrelease.testkit.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What an {@code Authorization: Basic} header says. */
record BasicCredential(String user, String password) {
    static Optional<BasicCredential> parse(String header) {
        if (!header.startsWith("Basic ")) {
            return Optional.empty();
        }
        String text =
                new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new BasicCredential(text.substring(0, colon), text.substring(colon + 1)));
    }

    boolean is(String expectedUser, String expectedPassword) {
        return user.equals(expectedUser) && password.equals(expectedPassword);
    }
}
