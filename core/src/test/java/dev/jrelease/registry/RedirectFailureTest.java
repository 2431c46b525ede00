package dev.jrelease.registry;

import static dev.jrelease.registry.ScriptedTransport.answer;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.http.UnreachableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registries whose content lies on another server: a failure names the one that failed. */
class RedirectFailureTest {
    @ParameterizedTest
    @CsvSource({
        "true, HEAD, 'storage.example.net cannot be reached: refused'",
        "true, GET, 'storage.example.net cannot be reached: refused'",
        "false, HEAD, 'the connection to storage.example.net broke (reset)'"
    })
    void namesTheServerThatFailed(boolean unreachable, String method, String words) {
        ScriptedTransport transport = new ScriptedTransport(request -> {
            if (request.uri().getHost().equals("storage.example.net")) {
                throw unreachable ? unreachable() : new SocketException("reset");
            }
            return answer(307, "Location", "https://storage.example.net/content");
        });
        try (Bench bench = Bench.anonymous(transport)) {
            Repository repository = bench.repository("registry.example.com/acme/hello");

            assertThatThrownBy(() -> {
                        if (method.equals("HEAD")) {
                            repository.hasBlob(SampleImage.oci(1).layer());
                        } else {
                            repository.manifest("1.0");
                        }
                    })
                    .hasMessageContaining(words);
        }
    }

    private static IOException unreachable() {
        return UnreachableException.of(new ConnectException("refused")).orElseThrow();
    }
}
