package dev.jrelease.credentials;

import java.nio.file.Path;

/** Where a login to a registry may be kept. Two that are equal hold the same, unless a helper makes new tokens. */
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
