package dev.jrelease.docker;

import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.core.LocalDirectorySSLConfig;
import com.github.dockerjava.transport.SSLConfig;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Reads the client certificates for an engine with TLS. */
final class Certificates {
    private Certificates() {}

    static SSLConfig read(EngineAddress address, Path folder) {
        SSLContext context;
        try {
            context = context(folder);
        } catch (DockerClientException malformed) {
            throw unusable(address, folder + ": " + malformed.getMessage());
        }
        if (context == null) {
            throw unusable(address, "ca.pem, cert.pem and key.pem are not all in " + folder);
        }
        return () -> context;
    }

    /**
     * None, where TLS is not spoken. docker-java's transport needs a context all the same, and without this one it reads
     * all authorities of the JDK, which takes 0.1 s.
     */
    static SSLConfig none() {
        return () -> new SSLContext(null, null, "none") {};
    }

    private static @Nullable SSLContext context(Path folder) {
        return new LocalDirectorySSLConfig(folder.toString()).getSSLContext();
    }

    private static ReleaseException unusable(EngineAddress address, String why) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "reach the Docker engine at " + address)
                .because(why)
                .hint("set DOCKER_CERT_PATH to the folder of its certificates")
                .build();
    }
}
