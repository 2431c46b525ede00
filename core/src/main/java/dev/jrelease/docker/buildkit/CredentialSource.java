package dev.jrelease.docker.buildkit;

import dev.jrelease.credentials.Credential;
import java.util.Optional;

/** Finds what to show a registry. */
@FunctionalInterface
public interface CredentialSource {
    CredentialSource NONE = host -> Optional.empty();

    /** What to show the registry of this host; empty if nobody logged in there. */
    Optional<Credential> forRegistry(String host) throws InterruptedException;
}
