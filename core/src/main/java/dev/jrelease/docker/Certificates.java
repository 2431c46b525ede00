package dev.jrelease.docker;

import com.github.dockerjava.transport.SSLConfig;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.http.TlsFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;

/** Reads the client certificates for an engine with TLS. */
final class Certificates {
    private static final String AUTHORITIES = "ca.pem";
    private static final String CERTIFICATE = "cert.pem";
    private static final String KEY = "key.pem";
    private static final List<String> FILES = List.of(AUTHORITIES, CERTIFICATE, KEY);

    private Certificates() {}

    static SSLConfig read(EngineAddress address, Path folder) {
        List<String> missing = FILES.stream()
                .filter(name -> !Files.exists(folder.resolve(name)))
                .toList();
        if (!missing.isEmpty()) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "reach the Docker engine at " + address)
                    .because(folder + " lacks " + String.join(", ", missing))
                    .hint("set DOCKER_CERT_PATH to a folder with " + String.join(", ", FILES))
                    .build();
        }
        SSLContext context =
                TlsFiles.context(folder.resolve(AUTHORITIES), folder.resolve(CERTIFICATE), folder.resolve(KEY));
        return () -> context;
    }

    /**
     * None, where TLS is not spoken. docker-java's transport needs a context all the same, and without this one it reads
     * all authorities of the JDK, which takes 0.1 s.
     */
    static SSLConfig none() {
        return () -> new SSLContext(null, null, "none") {};
    }
}
