package dev.jrelease.testkit.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManifestsTest {
    private static final String MANIFEST = Client.manifest("{}");
    private static final String PATH = "/v2/acme/hello/manifests/";
    private final FakeRegistry registry = FakeRegistry.start();
    private final Client client = new Client(registry);

    @AfterEach
    void close() {
        client.close();
        registry.close();
    }

    @Test
    void givesBackTheVeryBytesAndTheirType() throws Exception {
        client.pushBlob("acme/hello", "{}");
        String spaced = MANIFEST + "\n";
        HttpResponse<String> pushed = client.pushManifest("acme/hello", "1.0", Client.MANIFEST, spaced);
        assertThat(pushed.statusCode()).isEqualTo(201);

        for (String reference : List.of("1.0", Client.digest(spaced))) {
            HttpResponse<String> read = client.get(PATH + reference);
            assertThat(read.body()).isEqualTo(spaced);
            assertThat(read.headers().firstValue("Content-Type")).hasValue(Client.MANIFEST);
            assertThat(read.headers().firstValue("Docker-Content-Digest")).hasValue(Client.digest(spaced));
        }
        assertThat(client.send("HEAD", PATH + "1.0", "").headers().firstValue("Content-Length"))
                .hasValue(Integer.toString(spaced.length()));
    }

    @Test
    void refusesAManifestWhoseBlobsAreMissing() throws Exception {
        client.pushBlob("acme/other", "{}");

        HttpResponse<String> refused = client.pushManifest("acme/hello", "1.0", Client.MANIFEST, MANIFEST);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("MANIFEST_BLOB_UNKNOWN", Client.digest("{}"));
        assertThat(registry.tags("acme/hello")).isEmpty();
    }

    @Test
    void refusesAnIndexWhoseChildrenAreMissing() throws Exception {
        String index = Client.index(MANIFEST);
        assertThat(client.pushManifest("acme/hello", "1.0", Client.INDEX, index).body())
                .contains("MANIFEST_BLOB_UNKNOWN", Client.digest(MANIFEST));

        client.pushBlob("acme/hello", "{}");
        client.pushManifest("acme/hello", Client.digest(MANIFEST), Client.MANIFEST, MANIFEST);
        assertThat(client.pushManifest("acme/hello", "1.0", Client.INDEX, index).statusCode())
                .isEqualTo(201);
    }

    @Test
    void refusesADigestThatIsNotThatOfTheBytes() throws Exception {
        client.pushBlob("acme/hello", "{}");
        assertThat(client.pushManifest("acme/hello", Client.digest("other"), Client.MANIFEST, MANIFEST)
                        .body())
                .contains("DIGEST_INVALID");
    }

    @Test
    void refusesASizeThatIsWrong() throws Exception {
        client.pushBlob("acme/hello", "{}");
        String wrong = MANIFEST.replace("\"size\":2", "\"size\":3");
        assertThat(client.pushManifest("acme/hello", "1.0", Client.MANIFEST, wrong)
                        .body())
                .contains("MANIFEST_INVALID", "has 2 bytes, not 3");
    }

    @Test
    void refusesATypeThatIsNotTheOneStated() throws Exception {
        client.pushBlob("acme/hello", "{}");
        String stated =
                MANIFEST.replace("{\"schemaVersion\":2", "{\"schemaVersion\":2,\"mediaType\":\"" + Client.INDEX + "\"");
        assertThat(client.pushManifest("acme/hello", "1.0", Client.MANIFEST, stated)
                        .body())
                .contains("MANIFEST_INVALID", Client.INDEX);
        assertThat(client.pushManifest("acme/hello", "1.0", "text/plain", MANIFEST)
                        .body())
                .contains("unsupported media type");
        assertThat(client.pushManifest("acme/hello", "1.0", Client.MANIFEST, "no json")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void hidesAManifestFromWhoDoesNotAcceptItsType() throws Exception {
        client.pushBlob("acme/hello", "{}");
        client.pushManifest("acme/hello", "1.0", Client.MANIFEST, MANIFEST);

        assertThat(client.get(PATH + "1.0", "Accept", Client.INDEX).statusCode())
                .isEqualTo(404);
        assertThat(client.get(PATH + "1.0", "Accept", Client.INDEX + ", " + Client.MANIFEST)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void deletesATagAloneAndAManifestWithItsTags() throws Exception {
        client.pushBlob("acme/hello", "{}");
        client.pushManifest("acme/hello", "1.0", Client.MANIFEST, MANIFEST);
        client.pushManifest("acme/hello", "1", Client.MANIFEST, MANIFEST);

        client.send("DELETE", PATH + "1", "");
        assertThat(registry.tags("acme/hello")).containsExactly("1.0");
        client.send("DELETE", PATH + Client.digest(MANIFEST), "");
        assertThat(registry.tags("acme/hello")).isEmpty();
        assertThat(client.get(PATH + Client.digest(MANIFEST)).body()).contains("MANIFEST_UNKNOWN");
        assertThat(client.send("DELETE", PATH + "1", "").statusCode()).isEqualTo(404);
    }

    @Test
    void keepsTheOrderOfWrites() throws Exception {
        client.pushBlob("acme/hello", "{}");
        client.pushManifest("acme/hello", Client.digest(MANIFEST), Client.MANIFEST, MANIFEST);
        client.pushManifest("acme/hello", "1.0", Client.MANIFEST, MANIFEST);
        client.pushManifest("acme/hello", "latest", Client.MANIFEST, MANIFEST);

        assertThat(registry.writes().stream().map(Write::kind))
                .containsExactly(
                        Write.Kind.BLOB,
                        Write.Kind.MANIFEST,
                        Write.Kind.MANIFEST,
                        Write.Kind.TAG,
                        Write.Kind.MANIFEST,
                        Write.Kind.TAG);
        assertThat(registry.tagWrites()).containsExactly("acme/hello:1.0", "acme/hello:latest");
    }

    @Test
    void listsTagsPageByPage() throws Exception {
        client.pushBlob("acme/hello", "{}");
        for (String tag : List.of("b", "c", "a")) {
            client.pushManifest("acme/hello", tag, Client.MANIFEST, MANIFEST);
        }

        HttpResponse<String> page = client.get("/v2/acme/hello/tags/list?n=2");
        assertThat(page.body()).isEqualTo("{\"name\":\"acme/hello\",\"tags\":[\"a\",\"b\"]}");
        assertThat(page.headers().firstValue("Link")).hasValue("</v2/acme/hello/tags/list?n=2&last=b>; rel=\"next\"");
        assertThat(client.get("/v2/acme/hello/tags/list?n=2&last=b").body()).contains("[\"c\"]");
        assertThat(client.get("/v2/acme/none/tags/list").body()).contains("NAME_UNKNOWN");
    }

    @Test
    void listsWhatRefersToASubject() throws Exception {
        client.pushBlob("acme/hello", "{}");
        client.pushManifest("acme/hello", "1.0", Client.MANIFEST, MANIFEST);
        String signature =
                "{\"schemaVersion\":2,\"artifactType\":\"test/signature\",\"config\":%s,\"layers\":[],\"subject\":%s}"
                        .formatted(
                                Client.descriptor("application/vnd.oci.empty.v1+json", "{}"),
                                Client.descriptor(Client.MANIFEST, MANIFEST));
        HttpResponse<String> pushed =
                client.pushManifest("acme/hello", Client.digest(signature), Client.MANIFEST, signature);
        assertThat(pushed.headers().firstValue("OCI-Subject")).hasValue(Client.digest(MANIFEST));

        String referrers = "/v2/acme/hello/referrers/" + Client.digest(MANIFEST);
        assertThat(client.get(referrers).body()).contains(Client.digest(signature), "test/signature");
        assertThat(client.get(referrers + "?artifactType=test/other").body()).contains("\"manifests\":[]");
    }
}
