package dev.jrelease.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults that only a client notices which comes again, or looks at what it wrote. */
class BadDaysTest {
    private static final String CONFIG = "{}";

    private final FakeRegistry registry = FakeRegistry.start();
    private final Client client = new Client(registry);

    @AfterEach
    void close() {
        registry.close();
        client.close();
    }

    private String manifest() throws IOException, InterruptedException {
        client.pushBlob("acme/hello", CONFIG);
        return Client.manifest(CONFIG);
    }

    private HttpResponse<String> tag(String tag) throws IOException, InterruptedException {
        return client.pushManifest("acme/hello", tag, Client.MANIFEST, manifest());
    }

    @Test
    void asksToComeBackAtADate() throws Exception {
        registry.failNext("GET", "/v2/", Fault.busy(503, Duration.ofSeconds(90)));

        HttpResponse<String> busy = client.get("/v2/");

        assertThat(busy.statusCode()).isEqualTo(503);
        assertThat(Duration.between(date(busy, "Date"), date(busy, "Retry-After")))
                .isBetween(Duration.ofSeconds(88), Duration.ofSeconds(92));
    }

    private static ZonedDateTime date(HttpResponse<String> response, String header) {
        return ZonedDateTime.parse(
                response.headers().firstValue(header).orElseThrow(), DateTimeFormatter.RFC_1123_DATE_TIME);
    }

    @Test
    void losesTheAnswerAfterItActed() throws Exception {
        manifest();
        registry.failNext("PUT", "/manifests/1.0", Fault.loseAnswer());

        assertThatThrownBy(() -> tag("1.0")).isInstanceOf(IOException.class);
        assertThat(registry.tags("acme/hello")).containsExactly("1.0");
    }

    @Test
    void resetsAConnection() {
        registry.failNext("GET", "/v2/", Fault.reset(0), 9);

        assertThatThrownBy(() -> client.get("/v2/"))
                .isInstanceOf(IOException.class)
                .rootCause()
                .hasMessageContaining("reset");
    }

    @Test
    void doesNotShowAtOnceWhatItWasGiven() throws Exception {
        registry.failNext("PUT", "/manifests/", Fault.lag(2));
        String manifest = manifest();

        assertThat(tag("1.0").statusCode()).isEqualTo(201);

        String byTag = "/v2/acme/hello/manifests/1.0";
        assertThat(client.get(byTag).statusCode()).isEqualTo(404);
        assertThat(client.send("HEAD", byTag, "").statusCode()).isEqualTo(404);
        assertThat(client.get(byTag).statusCode()).isEqualTo(200);
        HttpResponse<String> index = client.pushManifest("acme/hello", "all", Client.INDEX, Client.index(manifest));
        assertThat(index.body()).contains("MANIFEST_BLOB_UNKNOWN");
        assertThat(client.get("/v2/acme/hello/manifests/" + Client.digest(manifest))
                        .statusCode())
                .isEqualTo(404);
        assertThat(client.pushManifest("acme/hello", "all", Client.INDEX, Client.index(manifest))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void showsForAWhileWhatATagNamedBefore() throws Exception {
        tag("latest");
        client.pushBlob("acme/hello", "other");
        registry.failNext("PUT", "/manifests/", Fault.lag(1));
        client.pushManifest("acme/hello", "latest", Client.MANIFEST, Client.manifest("other"));

        String latest = "/v2/acme/hello/manifests/latest";
        assertThat(client.get(latest).body()).isEqualTo(Client.manifest(CONFIG));
        assertThat(client.get(latest).body()).isEqualTo(Client.manifest("other"));
    }

    @Test
    void keepsWhatCameOfAnUploadThatBroke() throws Exception {
        String session = location(client.send("POST", "/v2/acme/hello/blobs/uploads/", ""));
        registry.failNext("PATCH", "/uploads/", Fault.breakUpload(4));

        assertThatThrownBy(() -> client.send("PATCH", session, "0123456789")).isInstanceOf(IOException.class);
        HttpResponse<String> progress = client.get(session);
        assertThat(progress.statusCode()).isEqualTo(204);
        assertThat(progress.headers().firstValue("Range")).hasValue("0-3");
        HttpResponse<String> rest = client.send("PATCH", location(progress), "456789", "Content-Range", "4-9");
        String done = location(rest) + "&digest=" + Client.digest("0123456789");
        assertThat(client.send("PUT", done, "").statusCode()).isEqualTo(201);
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void refusesRequestsThatAreTooLargeAndChunksThatAreTooSmall() throws Exception {
        try (FakeRegistry narrow =
                        FakeRegistry.builder().largestUpload(8).smallestChunk(4).start();
                Client there = new Client(narrow)) {
            HttpResponse<String> begun = there.send("POST", "/v2/acme/hello/blobs/uploads/", "");
            assertThat(begun.headers().firstValue("OCI-Chunk-Min-Length")).hasValue("4");
            HttpResponse<String> refused = there.send("PUT", location(begun) + "&digest=x", "0123456789");
            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(refused.body()).startsWith("<html>");

            HttpResponse<String> small = there.send("PATCH", location(begun), "012");
            assertThat(small.statusCode()).isEqualTo(202);
            assertThat(there.send("PATCH", location(small), "3456").statusCode())
                    .isEqualTo(416);
        }
    }

    @Test
    void givesAManifestAllTagsOfOneRequest() throws Exception {
        try (FakeRegistry newer = FakeRegistry.builder().tagParameters().start();
                Client there = new Client(newer)) {
            there.pushBlob("acme/hello", CONFIG);
            String manifest = Client.manifest(CONFIG);
            String byDigest = Client.digest(manifest) + "?tag=1.2.3&tag=1.2&tag=latest";

            HttpResponse<String> put = there.pushManifest("acme/hello", byDigest, Client.MANIFEST, manifest);

            assertThat(put.headers().allValues("OCI-Tag")).containsExactly("1.2.3, 1.2, latest");
            assertThat(newer.tagWrites()).containsExactly("acme/hello:1.2.3", "acme/hello:1.2", "acme/hello:latest");
        }
        client.pushBlob("acme/hello", CONFIG);
        String manifest = Client.manifest(CONFIG);
        String byDigest = Client.digest(manifest) + "?tag=1.2.3";
        HttpResponse<String> older = client.pushManifest("acme/hello", byDigest, Client.MANIFEST, manifest);
        assertThat(older.statusCode()).isEqualTo(201);
        assertThat(older.headers().allValues("OCI-Tag")).isEmpty();
        assertThat(registry.tags("acme/hello")).isEmpty();
    }

    @Test
    void challengesAgainWhenTokensHaveExpired() throws Exception {
        try (FakeRegistry guarded = FakeRegistry.builder()
                        .login(Login.token("anna", "secret").withAnonymousPull())
                        .start();
                Client there = new Client(guarded)) {
            String token = there.get("/token?scope=repository:acme/hello:pull")
                    .body()
                    .replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
            String bearer = "Bearer " + token;
            String tags = "/v2/acme/hello/tags/list";
            assertThat(there.get(tags, "Authorization", bearer).statusCode()).isEqualTo(404);
            guarded.failNext("GET", "/tags/list", Fault.expireTokens());

            HttpResponse<String> late = there.get(tags, "Authorization", bearer);
            assertThat(late.statusCode()).isEqualTo(401);
            assertThat(late.headers().firstValue("WWW-Authenticate")).isPresent();
        }
    }

    @Test
    void followsAPlanThatASeedRepeats() throws Exception {
        FaultPlan plan = FaultPlan.of(7).percent(50).without(FaultPlan.Kind.SILENCE, FaultPlan.Kind.STALL);

        List<Integer> first = statuses(plan);
        assertThat(statuses(plan)).isEqualTo(first);
        assertThat(first).as("statuses of a hundred requests").contains(200).anyMatch(status -> status != 200);
        assertThat(statuses(FaultPlan.of(8).percent(50))).isNotEqualTo(first);

        registry.follow(FaultPlan.of(1).percent(100).inARow(1).only(FaultPlan.Kind.TIMEOUT));
        assertThat(client.get("/v2/").statusCode()).isEqualTo(408);
        assertThat(client.get("/v2/").statusCode()).isEqualTo(200);
        registry.followNoPlan();
        assertThat(client.get("/v2/acme/hello/tags/list").statusCode()).isEqualTo(404);
    }

    private List<Integer> statuses(FaultPlan plan) {
        return IntStream.range(0, 100)
                .map(number -> plan.fault(new Request("GET", "/v2/acme/hello/manifests/" + number, "", 0), 1)
                        .map(fault -> fault instanceof Fault.Answer answer ? answer.status() : 1)
                        .orElse(200))
                .boxed()
                .toList();
    }

    @Test
    void letsEveryRequestPassInTheEnd() {
        FaultPlan plan = FaultPlan.of(3).percent(100);
        Request request = new Request("PUT", "/v2/acme/hello/blobs/uploads/0f-1?_state=0&digest=sha256:1", "", 0);
        Request again = new Request("PUT", "/v2/acme/hello/blobs/uploads/a0-2?_state=9&digest=sha256:1", "", 0);

        assertThat(plan.fault(request, 1)).isPresent().isEqualTo(plan.fault(again, 1));
        assertThat(plan.fault(request, 3)).isEmpty();
    }
}
