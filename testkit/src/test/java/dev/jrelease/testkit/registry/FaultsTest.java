package dev.jrelease.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private final FakeRegistry registry = FakeRegistry.start();
    private final Client client = new Client(registry);

    @AfterEach
    void close() {
        registry.close();
        client.close();
    }

    @Test
    void failsAsOftenAsItWasTold() throws Exception {
        registry.failNext(
                "GET",
                "/tags/list$",
                Fault.status(429).header("Retry-After", "1").error("TOOMANYREQUESTS", "slow down"),
                2);

        assertThat(client.get("/v2/").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = client.get("/v2/acme/hello/tags/list");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.body()).contains("TOOMANYREQUESTS");
        assertThat(client.get("/v2/acme/hello/tags/list").statusCode()).isEqualTo(429);
        assertThat(client.get("/v2/acme/hello/tags/list").statusCode()).isEqualTo(404);
    }

    @Test
    void dropsTheConnectionInTheMiddleOfAnUpload() {
        registry.failNext("POST", "/uploads/", Fault.dropConnection(1000));

        String content = "x".repeat(4_000_000);
        assertThatThrownBy(() -> client.pushBlob("acme/hello", content)).isInstanceOf(IOException.class);
        assertThat(registry.writes()).isEmpty();
        assertThat(registry.requests()).extracting(Request::status).contains(0);
    }

    @Test
    void distortsWhatItAnswers() throws Exception {
        String blob = "/v2/acme/hello/blobs/" + client.pushBlob("acme/hello", "content");
        registry.failNext("HEAD", "/blobs/", Fault.wrongDigest());
        registry.failNext("GET", "/blobs/", Fault.corruptAnswer());
        registry.failNext("GET", "/blobs/", Fault.cutAnswer(3));

        assertThat(client.send("HEAD", blob, "").headers().firstValue("Docker-Content-Digest"))
                .isPresent()
                .isNotEqualTo(Optional.of(Client.digest("content")));
        assertThat(client.get(blob).body()).hasSize(7).endsWith("ontent").isNotEqualTo("content");
        assertThatThrownBy(() -> client.get(blob)).isInstanceOf(IOException.class);
        assertThat(client.get(blob).body()).isEqualTo("content");
    }

    @Test
    void holdsARequestUntilItIsReleased() throws Exception {
        HeldRequest hold = registry.holdNext("GET", "^/v2/$");
        CompletableFuture<Integer> status = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                status.complete(client.get("/v2/").statusCode());
            } catch (IOException | InterruptedException failed) {
                status.completeExceptionally(failed);
            }
        });

        assertThat(hold.awaitArrival(SOON)).isTrue();
        assertThat(registry.requests()).isEmpty();
        hold.release();
        assertThat(status).succeedsWithin(SOON).isEqualTo(200);
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        assertThat(client.get("/v2/UPPER/tags/list").statusCode()).isEqualTo(404);
        assertThat(client.send("PUT", "/v2/acme/hello/blobs/uploads/", "").statusCode())
                .isEqualTo(405);
        assertThat(client.get("/v2/../etc/blobs/" + Client.digest("x")).statusCode())
                .isEqualTo(404);
    }
}
