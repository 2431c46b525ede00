package dev.jrelease.http;

import dev.jrelease.environment.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The file of the system's trusted authorities: {@code SSL_CERT_FILE}, or the usual one. */
record SystemAuthorities(Environment environment) {
    private static final List<Path> USUAL = Stream.of(
                    "/etc/ssl/certs/ca-certificates.crt", // Debian, Alpine
                    "/etc/pki/tls/certs/ca-bundle.crt", // Fedora, RHEL
                    "/etc/ssl/ca-bundle.pem", // SUSE
                    "/etc/ssl/cert.pem") // macOS, BSD
            .map(Path::of)
            .toList();

    Optional<Path> file() {
        return environment
                .variable("SSL_CERT_FILE")
                .map(environment::resolve)
                .or(() -> USUAL.stream().filter(Files::isReadable).findFirst());
    }
}
