package dev.jrelease.http;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Reads certificates and keys from files in PEM form. */
final class Pem {
    private static final String BEGIN_KEY = "-----BEGIN PRIVATE KEY-----";
    private static final String END_KEY = "-----END PRIVATE KEY-----";
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private Pem() {}

    static List<Certificate> certificates(Path file) {
        List<Certificate> certificates;
        try {
            byte[] bytes = Files.readAllBytes(file);
            certificates = List.copyOf(
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes)));
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read the certificates of " + file)
                    .because(problem)
                    .build();
        } catch (GeneralSecurityException malformed) {
            throw unusable(file, "certificates", "it holds something else", "write them in PEM form");
        }
        if (certificates.isEmpty()) {
            throw unusable(file, "certificates", "it holds none", "write them in PEM form");
        }
        return certificates;
    }

    /** The key of a certificate, which is beside it: {@code client.key} for {@code client.cert}. */
    static PrivateKey keyOf(Path certificate) {
        String name = String.valueOf(certificate.getFileName());
        Path file = certificate.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".key");
        try {
            return key(file, Files.readString(file, StandardCharsets.US_ASCII));
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read the key of " + certificate)
                    .because(problem)
                    .hint("put it into " + file + "; the certificate of an authority ends with .crt")
                    .build();
        }
    }

    private static PrivateKey key(Path file, String text) {
        int begin = text.indexOf(BEGIN_KEY);
        int end = text.indexOf(END_KEY);
        if (begin >= 0 && end > begin) {
            byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN_KEY.length(), end));
            for (String algorithm : ALGORITHMS) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
                } catch (GeneralSecurityException isOfAnother) {
                    // the next one
                }
            }
        }
        throw unusable(
                file,
                "key",
                "it is not a private key in the form of PKCS #8",
                "convert it: openssl pkcs8 -topk8 -nocrypt -in " + file.getFileName());
    }

    private static ReleaseException unusable(Path file, String what, String why, String hint) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read the " + what + " of " + file)
                .because(why)
                .hint(hint)
                .build();
    }
}
