package dev.jrelease.http;

import java.nio.file.Path;
import java.util.List;

/**
 * The certificate files of one host.
 *
 * @param authorities certificates of the authorities that sign the host's
 * @param clients client certificates for the host; the key of each is beside it
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
