package dev.jrelease.http;

import dev.jrelease.concurrent.Lazy;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Trusts a certificate if one of several trust managers does. Each is created only if those before it refuse. */
final class LayeredTrust extends X509ExtendedTrustManager {
    private final List<Supplier<X509ExtendedTrustManager>> layers;

    private LayeredTrust(List<Supplier<X509ExtendedTrustManager>> layers) {
        this.layers = layers;
    }

    /** Java's trust store, then files in PEM form. */
    static LayeredTrust ofJavaAnd(List<Path> files) {
        List<Supplier<X509ExtendedTrustManager>> layers = new ArrayList<>();
        layers.add(new Lazy<>(() -> manager(null)));
        layers.addAll(layers(files));
        return new LayeredTrust(layers);
    }

    /** Files in PEM form alone. */
    static LayeredTrust ofFiles(List<Path> files) {
        return new LayeredTrust(layers(files));
    }

    private static List<Supplier<X509ExtendedTrustManager>> layers(List<Path> files) {
        return files.stream()
                .<Supplier<X509ExtendedTrustManager>>map(
                        file -> new Lazy<>(() -> manager(store(Pem.certificates(file)))))
                .toList();
    }

    private static KeyStore store(List<Certificate> certificates) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null);
            for (int number = 0; number < certificates.size(); number++) {
                store.setCertificateEntry("authority" + number, certificates.get(number));
            }
            return store;
        } catch (GeneralSecurityException | java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static X509ExtendedTrustManager manager(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(store);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Checks with each layer in order. If all refuse, the failure of the last one is thrown, which is the most specific. */
    private void check(Check check) throws CertificateException {
        for (int number = 0; number < layers.size() - 1; number++) {
            try {
                check.by(layers.get(number).get());
                return;
            } catch (CertificateException refused) {
                // the next may trust it
            }
        }
        check.by(layers.getLast().get());
    }

    /** The check of one layer. */
    @FunctionalInterface
    private interface Check {
        void by(X509ExtendedTrustManager layer) throws CertificateException;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(layer -> layer.checkServerTrusted(chain, type));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(layer -> layer.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(layer -> layer.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(layer -> layer.checkClientTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(layer -> layer.checkClientTrusted(chain, type, socket));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(layer -> layer.checkClientTrusted(chain, type, engine));
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return layers.getFirst().get().getAcceptedIssuers();
    }
}
