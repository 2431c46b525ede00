package dev.jrelease.http;

import dev.jrelease.concurrent.Lazy;
import dev.jrelease.environment.Environment;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Creates TLS contexts: one for all hosts, and one for each host with certificates of its own. */
final class TlsContexts {
    private static final char[] NO_PASSWORD = {};

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
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(own.clients()), new TrustManager[] {trust(own.authorities())}, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private TrustManager trust(List<Path> authorities) {
        return switch (trust) {
            case ANY -> new AnyCertificate();
            case VERIFIED ->
                LayeredTrust.ofJavaAnd(Stream.concat(system.file().stream(), authorities.stream())
                        .toList());
        };
    }

    private static KeyManager[] keys(List<Path> clients) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store(clients), NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore store(List<Path> clients) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            store.load(null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        for (Path client : clients) {
            Certificate[] chain = Pem.certificates(client).toArray(Certificate[]::new);
            store.setKeyEntry(client.toString(), Pem.keyOf(client), NO_PASSWORD, chain);
        }
        return store;
    }
}
