package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A registry with an authority of its own that wants to see a certificate, and Docker's folder for both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertificatesDistributionIT {
    private DistributionServer server;
    private Path home;
    private Path certificates;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        DistributionServer.assumeInstalled();
        server = DistributionServer.withClientCertificates(folder);
    }

    @BeforeEach
    void makeHome(@TempDir Path folder) throws Exception {
        home = folder;
        certificates = Files.createDirectories(home.resolve("configuration/docker/certs.d/" + server.address()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Bench bench() {
        return Bench.in(new Environment(Map.of("XDG_CONFIG_HOME", "configuration"), home, home));
    }

    @Test
    void isSpokenToWithTheFilesOfThatFolder() throws Exception {
        Files.writeString(certificates.resolve("ca.crt"), FakeRegistry.certificate());
        Files.writeString(certificates.resolve("client.cert"), FakeRegistry.certificate());
        Files.writeString(certificates.resolve("client.key"), DistributionServer.key());
        try (Bench bench = bench()) {
            Repository repository = bench.repository(server.address() + "/acme/hello", Access.STRICT);
            SampleImage image = SampleImage.oci(1).push(repository);

            assertThat(repository.manifest(image.manifest().digest())).isEqualTo(image.manifest());
        }
    }

    @Test
    void saysWhereTheCertificateOfItsAuthorityBelongs() {
        try (Bench bench = bench()) {
            assertThat(failure(bench).hint().orElseThrow())
                    .startsWith("put the certificate of its authority into /etc/docker/certs.d/" + server.address()
                            + "/ca.crt");
            assertThat(bench.pauses()).isEmpty();
        }
    }

    /** Its alert may be lost to the end of the connection. */
    @Test
    void saysWhereTheCertificatesOfItsClientsBelong() throws Exception {
        Path authority = Files.writeString(home.resolve("ca.pem"), FakeRegistry.certificate());
        try (Bench bench = bench().trusting(server.address(), authority)) {
            ReleaseException failure = failure(bench);
            assertThat(failure.reason()).contains("the connection to " + server.address() + " broke");
            if (failure.reason().contains("certificate_required")) {
                assertThat(failure.hint().orElseThrow())
                        .endsWith("put client.cert and client.key into /etc/docker/certs.d/" + server.address());
            }
        }
    }

    private ReleaseException failure(Bench bench) {
        Repository repository = bench.repository(server.address() + "/acme/hello", Access.STRICT);
        return catchThrowableOfType(ReleaseException.class, () -> repository.resolve("1.0"));
    }
}
