package dev.jrelease.http;

import java.nio.file.Path;
import java.util.List;

/**
 * The certificate files of one host.
 *
 * @param authorities certificates of the authorities that sign the host's
 * @param clients those of clients, for the host
 */
record HostCertificates(List<Path> authorities, List<ClientCertificate> clients) {
    HostCertificates {
        authorities = List.copyOf(authorities);
        clients = List.copyOf(clients);
    }

    boolean isEmpty() {
        return authorities.isEmpty() && clients.isEmpty();
    }
}
