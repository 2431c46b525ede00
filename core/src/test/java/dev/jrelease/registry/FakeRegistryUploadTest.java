package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeRegistryUploadTest extends UploadContract {
    private final FakeRegistry registry = FakeRegistry.start();
    private final SampleImage image = SampleImage.oci(1);

    @Override
    String address() {
        return registry.address();
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private List<String> uploads(FakeRegistry of) {
        return of.requests().stream()
                .filter(request -> request.path().contains("/uploads/"))
                .map(request -> request.method() + " " + request.status())
                .toList();
    }

    @Test
    void goWhereTheRegistryWantsThemInsteadOfAMount() throws IOException {
        try (FakeRegistry separate = FakeRegistry.builder().withoutMounts().start();
                Bench bench = Bench.anonymous()) {
            Repository repository = bench.repository(separate.address() + "/acme/hello");
            assertThat(repository.mount(image.layer(), "acme/base")).isFalse();
            assertThat(repository.mount(image.layer(), "acme/other")).isFalse();

            image.writeBlob(repository, image.layer());

            assertThat(uploads(separate)).containsExactly("POST 202", "POST 202", "DELETE 204", "PUT 201");
        }
    }

    @Test
    void goOnWhereTheyStopped() throws IOException {
        try (Bench bench = Bench.anonymous()) {
            registry.failNext("PUT", "/uploads/", Fault.breakUpload(200_000));

            image.writeBlob(bench.repository(registry.address() + "/acme/hello"), image.layer());

            assertThat(uploads(registry)).containsExactly("POST 202", "PUT 0", "GET 204", "PATCH 202", "PUT 201");
            assertThat(registry.blob("acme/hello", image.layer().digest().toString()))
                    .hasValue(image.bytes(image.layer()));
        }
    }

    @Test
    void beginAgainWhereTheRegistryHasForgottenThem() throws IOException {
        try (Bench bench = Bench.anonymous()) {
            registry.failNext("PUT", "/uploads/", Fault.breakUpload(200_000));
            registry.failNext("GET", "/uploads/", Fault.status(404).error("BLOB_UPLOAD_UNKNOWN", "gone"));

            image.writeBlob(bench.repository(registry.address() + "/acme/hello"), image.layer());

            assertThat(uploads(registry)).containsExactly("POST 202", "PUT 0", "GET 404", "POST 202", "PUT 201");
        }
    }

    @Test
    void sendNoChunkThatIsSmallerThanTheRegistryTakes() throws IOException {
        try (FakeRegistry narrow = FakeRegistry.builder()
                        .largestUpload(250_000)
                        .smallestChunk(200_000)
                        .start();
                Bench bench = Bench.anonymous()) {
            Repository repository = bench.repository(narrow.address() + "/acme/hello");

            image.writeBlob(repository, image.layer());

            assertThat(uploads(narrow)).containsSubsequence("PUT 413", "PATCH 202", "PATCH 202", "PUT 201");
            assertThat(repository.bytes(image.layer())).isEqualTo(image.bytes(image.layer()));
        }
    }
}
