package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The registry that Docker Hub's image {@code registry} holds, as a process of its own on loopback. */
public final class DistributionServer implements AutoCloseable {
    /** anna:secret, as {@code htpasswd -B} writes it. */
    private static final String HTPASSWD = "anna:$2b$04$K0c20ebfJDV3D.hX2VKHbOTbJUNPEY.22SpF0yYsZGE.r6.K1khPK\n";

    private final Process process;
    private final int port;

    private DistributionServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the test where the program is not installed, but never in CI. */
    public static void assumeInstalled() {
        boolean there = Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "docker-registry")));
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("docker-registry has to be installed")
                .isTrue();
        if (!there) {
            System.err.println("skipped: docker-registry is not installed");
        }
        assumeTrue(there, "docker-registry is not installed");
    }

    /** Plain http, open to all. */
    public static DistributionServer plain(Path folder) throws IOException, InterruptedException {
        return start(folder, "", "");
    }

    /** https with a self-signed certificate, open to anna with the password "secret". */
    static DistributionServer withLoginOverTls(Path folder) throws IOException, InterruptedException {
        Path certificate = Files.writeString(folder.resolve("cert.pem"), FakeRegistry.certificate());
        Path key = Files.writeString(folder.resolve("key.pem"), key());
        Path users = Files.writeString(folder.resolve("htpasswd"), HTPASSWD);
        return start(
                folder,
                ", tls: {certificate: %s, key: %s}".formatted(certificate, key),
                "auth: {htpasswd: {realm: here, path: %s}}\n".formatted(users));
    }

    /** https with a self-signed certificate, open to those who show the same one. */
    static DistributionServer withClientCertificates(Path folder) throws IOException, InterruptedException {
        Path certificate = Files.writeString(folder.resolve("cert.pem"), FakeRegistry.certificate());
        Path key = Files.writeString(folder.resolve("key.pem"), key());
        return start(folder, ", tls: {certificate: %s, key: %s, clientcas: [%1$s]}".formatted(certificate, key), "");
    }

    private static DistributionServer start(Path folder, String tls, String auth)
            throws IOException, InterruptedException {
        int port = freePort();
        String config = """
                version: 0.1
                log: {level: warn, accesslog: {disabled: true}}
                storage: {filesystem: {rootdirectory: %s}, delete: {enabled: true}}
                validation: {manifests: {urls: {allow: ["^https://"]}}}
                http: {addr: "127.0.0.1:%d", secret: any%s}
                %s""".formatted(folder.resolve("data"), port, tls, auth);
        Path file = Files.writeString(folder.resolve("config.yml"), config);
        Process process = new ProcessBuilder("docker-registry", "serve", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        while (!listens(port)) {
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("docker-registry ended: " + Files.readString(folder.resolve("log")))
                    .isFalse();
        }
        return new DistributionServer(process, port);
    }

    private static boolean listens(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The key of the certificate that the fakes show. */
    static String key() throws IOException {
        try (InputStream in = Objects.requireNonNull(FakeRegistry.class.getResourceAsStream("localhost.p12"))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, "testkit".toCharArray());
            Key key = store.getKey("localhost", "testkit".toCharArray());
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n" + lines + "\n-----END PRIVATE KEY-----\n";
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public String address() {
        return "localhost:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
