package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.http.Headers;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.image.MediaTypes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that is stopped while an answer arrives: its own interruption is no broken connection. */
class InterruptedReadTest {
    private static final SampleImage IMAGE = SampleImage.oci(1);

    static Stream<Consumer<Repository>> reads() {
        return Stream.of(
                repository -> repository.manifest("1.0"),
                repository -> repository.manifest(IMAGE.manifest().digest()),
                repository -> repository.referrers(IMAGE.manifest().digest()));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void isNotRepeated(Consumer<Repository> read) {
        try (Bench bench = Bench.anonymous(new ScriptedTransport(_ -> interrupted()))) {
            List<String> repeated = bench.announcements();

            ReleaseException failure = catchThrowableOfType(
                    ReleaseException.class, () -> read.accept(bench.repository("registry.example.com/acme/hello")));

            assertThat(failure.kind()).isEqualTo(FailureKind.INTERRUPTED);
            assertThat(repeated).isEmpty();
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private static HttpResponse interrupted() {
        InputStream body = new InputStream() {
            @Override
            public int read() throws IOException {
                Thread.currentThread().interrupt();
                throw new ClosedByInterruptException();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };
        return new HttpResponse(
                200, Headers.EMPTY.with("Content-Type", MediaTypes.OCI_INDEX), body, () -> {}, () -> {});
    }
}
