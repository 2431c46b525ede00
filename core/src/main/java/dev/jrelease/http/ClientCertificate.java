package dev.jrelease.http;

import java.nio.file.Path;

/**
 * The files that a client identifies itself by, in PEM form.
 *
 * @param certificate the certificate, followed by those that sign it
 * @param key its private key
 */
record ClientCertificate(Path certificate, Path key) {
    /** A certificate whose key is beside it: {@code client.key} for {@code client.cert}. */
    static ClientCertificate of(Path certificate) {
        String name = String.valueOf(certificate.getFileName());
        String key = name.substring(0, name.lastIndexOf('.')) + ".key";
        return new ClientCertificate(certificate, certificate.resolveSibling(key));
    }
}
