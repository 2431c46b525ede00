package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.CompressedLayers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoopbackRegistryTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /v2/",
        "POST, /v2/jrelease/blobs/uploads/",
        "PATCH, /v2/jrelease/blobs/uploads/1",
        "PUT, /v2/jrelease/manifests/1"
    })
    void takesNothingFromOtherPrograms(String method, String path) throws Exception {
        MemorySink sink = new MemorySink();
        try (LoopbackRegistry registry = LoopbackRegistry.start(sink, CompressedLayers.NONE);
                HttpClient client = HttpClient.newHttpClient()) {
            String host = registry.repository().replace("/jrelease", "");
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://" + host + path))
                            .header("Authorization", "Basic anJlbGVhc2U6Z3Vlc3NlZA==")
                            .method(method, BodyPublishers.ofString("content"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"jrelease\"");
            assertThat(sink.content).isEmpty();
        }
    }
}
