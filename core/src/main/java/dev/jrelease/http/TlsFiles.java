package dev.jrelease.http;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Creates TLS contexts of files in PEM form. */
public final class TlsFiles {
    private static final char[] NO_PASSWORD = {};

    private TlsFiles() {}

    /**
     * A context that trusts these authorities alone.
     *
     * @throws dev.jrelease.failure.ReleaseException if a file cannot be read, or holds something else
     */
    public static SSLContext context(Path authorities, Path certificate, Path key) {
        return context(List.of(new ClientCertificate(certificate, key)), LayeredTrust.ofFiles(List.of(authorities)));
    }

    static SSLContext context(List<ClientCertificate> clients, TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(clients), new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static KeyManager[] keys(List<ClientCertificate> clients) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store(clients), NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore store(List<ClientCertificate> clients) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        try {
            store.load(null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        for (ClientCertificate client : clients) {
            Certificate[] chain = Pem.certificates(client.certificate()).toArray(Certificate[]::new);
            store.setKeyEntry(client.certificate().toString(), Pem.key(client.key()), NO_PASSWORD, chain);
        }
        return store;
    }
}
