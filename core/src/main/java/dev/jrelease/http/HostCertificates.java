package dev.jrelease.http;

import java.nio.file.Path;
import java.util.List;

/**
 * The files about one host.
 *
 * @param authorities with the certificates of those who sign the host's
 * @param clients with the certificates that the host is shown; the key of each is beside it
 */
record HostCertificates(List<Path> authorities, List<Path> clients) {
    HostCertificates {
        authorities = List.copyOf(authorities);
        clients = List.copyOf(clients);
    }

    boolean isEmpty() {
        return authorities.isEmpty() && clients.isEmpty();
    }
}
