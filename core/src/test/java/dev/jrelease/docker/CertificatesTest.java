package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files that an engine with TLS asks for. */
class CertificatesTest {
    private final EngineAddress address = new EngineAddress(URI.create("tcp://a:2376"), Optional.empty());
    private final Path folder;

    CertificatesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void write(String names) throws Exception {
        for (String name : names.split(" ", -1)) {
            Files.writeString(folder.resolve(name), "nothing");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ca.pem cert.pem, key.pem",
        "ca.pem key.pem, cert.pem",
        "key.pem, 'ca.pem, cert.pem'",
    })
    void areNamedIfTheyAreMissing(String there, String missing) throws Exception {
        write(there);

        assertThatThrownBy(() -> Certificates.read(address, folder))
                .hasMessage("could not reach the Docker engine at tcp://a:2376: " + folder + " lacks " + missing);
    }

    @Test
    void areNamedIfTheyHoldSomethingElse() throws Exception {
        write("ca.pem cert.pem key.pem");

        assertThatThrownBy(() -> Certificates.read(address, folder))
                .hasMessage("could not read the certificates of " + folder.resolve("cert.pem")
                        + ": it holds something else");
    }
}
