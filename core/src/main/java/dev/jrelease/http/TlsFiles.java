package dev.jrelease.http;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
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
            PrivateKey key = Pem.key(client.key());
            if (!KeyPairs.match(chain[0].getPublicKey(), key)) {
                throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "use the key of " + client.key())
                        .because("it is not that of the certificate in " + client.certificate())
                        .hint("put the key there that the certificate was made for")
                        .build();
            }
            store.setKeyEntry(client.certificate().toString(), key, NO_PASSWORD, chain);
        }
        return store;
    }
}
