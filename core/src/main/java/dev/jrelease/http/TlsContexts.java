package dev.jrelease.http;

import dev.jrelease.concurrent.Lazy;
import dev.jrelease.environment.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Creates TLS contexts: one for all hosts, and one for each host with certificates of its own. */
final class TlsContexts {
    private final Trust trust;
    private final SystemAuthorities system;
    private final CertificateFolders folders;
    private final Supplier<SSLContext> usual;
    private final Map<HostCertificates, SSLContext> ofHosts = new ConcurrentHashMap<>();

    TlsContexts(Trust trust, Environment environment, CertificateFolders folders) {
        this.trust = trust;
        this.system = new SystemAuthorities(environment);
        this.folders = folders;
        this.usual = new Lazy<>(() -> make(new HostCertificates(List.of(), List.of())));
    }

    SSLContext of(String host, int port) {
        HostCertificates own = folders.of(host, port);
        return own.isEmpty() ? usual.get() : ofHosts.computeIfAbsent(own, this::make);
    }

    private SSLContext make(HostCertificates own) {
        return TlsFiles.context(own.clients(), trust(own.authorities()));
    }

    private TrustManager trust(List<Path> authorities) {
        return switch (trust) {
            case ANY -> new AnyCertificate();
            case VERIFIED ->
                LayeredTrust.ofJavaAnd(Stream.concat(system.file().stream(), authorities.stream())
                        .toList());
        };
    }
}
