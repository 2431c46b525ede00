package dev.jrelease.docker.buildkit;

import dev.jrelease.credentials.Credential;
import java.util.Optional;

/** Finds the credentials of registries. */
@FunctionalInterface
public interface CredentialSource {
    CredentialSource NONE = host -> Optional.empty();

    /** The credentials of this host; empty if there are none. */
    Optional<Credential> forRegistry(String host) throws InterruptedException;
}
