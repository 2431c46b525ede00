package dev.jrelease.http;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.util.encoders.DecoderException;

/** Reads certificates and keys from files in PEM form. */
final class Pem {
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private Pem() {}

    static List<Certificate> certificates(Path file) {
        List<Certificate> certificates;
        try {
            byte[] bytes = WholeFile.bytes(file);
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

    /** A private key in one of the forms that OpenSSL writes. */
    static PrivateKey key(Path file) {
        String text;
        try {
            text = new String(WholeFile.bytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read the key of " + file)
                    .because(problem)
                    .hint("put the key of the client's certificate there; that of an authority ends with .crt")
                    .build();
        }
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof PEMKeyPair pair) {
                    return key(file, pair.getPrivateKeyInfo());
                }
                if (part instanceof PrivateKeyInfo alone) {
                    return key(file, alone);
                }
            }
        } catch (IOException | DecoderException malformed) {
            throw noKey(file);
        }
        throw noKey(file);
    }

    private static PrivateKey key(Path file, PrivateKeyInfo key) throws IOException {
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(key.getEncoded());
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException isOfAnother) {
                // the next one
            }
        }
        throw noKey(file);
    }

    private static ReleaseException noKey(Path file) {
        return unusable(
                file,
                "key",
                "it is not a private key without a passphrase",
                "convert it: openssl pkcs8 -topk8 -nocrypt -in " + file.getFileName());
    }

    private static ReleaseException unusable(Path file, String what, String why, String hint) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read the " + what + " of " + file)
                .because(why)
                .hint(hint)
                .build();
    }
}
