package dev.jrelease.credentials;

import java.nio.file.Path;

/** A place that may have a login to a registry. Equal sources have the same login, unless a helper creates new tokens. */
public sealed interface LoginSource {
    /** The entry of a file. */
    record Entry(Path file, Credential credential) implements LoginSource {}

    /**
     * A program, which a file names.
     *
     * @param serverUrl what it is asked for, where the host's name may not be what was stored
     */
    record Helper(Path file, String program, String host, String serverUrl) implements LoginSource {}
}
