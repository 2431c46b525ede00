package dev.jrelease.testkit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobsTest {
    private final FakeRegistry registry = FakeRegistry.start();
    private final Client client = new Client(registry);

    @AfterEach
    void close() {
        client.close();
        registry.close();
    }

    @Test
    void takesABlobInOneRequest() throws Exception {
        String digest = client.pushBlob("acme/hello", "content");

        HttpResponse<String> read = client.get("/v2/acme/hello/blobs/" + digest);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo("content");
        assertThat(read.headers().firstValue("Docker-Content-Digest")).hasValue(digest);
        assertThat(client.get("/v2/acme/other/blobs/" + digest).statusCode()).isEqualTo(404);
    }

    @Test
    void takesABlobInPieces() throws Exception {
        String first = location(client.send("POST", "/v2/acme/hello/blobs/uploads/", ""));
        HttpResponse<String> patched = client.send("PATCH", first, "con", "Content-Range", "0-2");
        assertThat(patched.statusCode()).isEqualTo(202);
        assertThat(patched.headers().firstValue("Range")).hasValue("0-2");

        String second = location(patched);
        assertThat(client.send("PATCH", second, "zzz", "Content-Range", "7-9").statusCode())
                .isEqualTo(416);
        assertThat(client.get(second).headers().firstValue("Range")).hasValue("0-2");

        String digest = Client.digest("content");
        HttpResponse<String> finished = client.send("PUT", second + "&digest=" + digest, "tent");
        assertThat(finished.statusCode()).isEqualTo(201);
        assertThat(registry.blob("acme/hello", digest)).hasValue("content".getBytes(UTF_8));
    }

    @Test
    void saysHowManyBytesABlobHas() throws Exception {
        String digest = client.pushBlob("acme/hello", "content");

        HttpResponse<String> head = client.send("HEAD", "/v2/acme/hello/blobs/" + digest, "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).hasValue("7");
    }

    @Test
    void readsARange() throws Exception {
        String blob = "/v2/acme/hello/blobs/" + client.pushBlob("acme/hello", "0123456789");

        assertThat(client.get(blob, "Range", "bytes=2-4").body()).isEqualTo("234");
        HttpResponse<String> rest = client.get(blob, "Range", "bytes=7-");
        assertThat(rest.statusCode()).isEqualTo(206);
        assertThat(rest.body()).isEqualTo("789");
        assertThat(rest.headers().firstValue("Content-Range")).hasValue("bytes 7-9/10");
        assertThat(client.get(blob, "Range", "bytes=10-").statusCode()).isEqualTo(416);
    }

    @Test
    void refusesBytesOfAnotherDigest() throws Exception {
        HttpResponse<String> refused =
                client.send("POST", "/v2/acme/hello/blobs/uploads/?digest=" + Client.digest("other"), "content");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("DIGEST_INVALID");
        assertThat(registry.writes()).isEmpty();
    }

    @Test
    void forgetsAnUploadThatIsCancelled() throws Exception {
        String upload = location(client.send("POST", "/v2/acme/hello/blobs/uploads/", ""));

        assertThat(client.send("DELETE", upload, "").statusCode()).isEqualTo(204);
        assertThat(client.send("PATCH", upload, "content").body()).contains("BLOB_UPLOAD_UNKNOWN");
    }

    @Test
    void mountsFromAnotherRepository() throws Exception {
        String digest = client.pushBlob("acme/base", "content");
        registry.forgetRequests();

        String mount = "/v2/acme/hello/blobs/uploads/?from=acme/base&mount=";
        assertThat(client.send("POST", mount + digest, "").statusCode()).isEqualTo(201);
        assertThat(client.send("POST", mount + Client.digest("other"), "").statusCode())
                .isEqualTo(202);
        assertThat(registry.writes()).isEqualTo(List.of(new Write(Write.Kind.MOUNT, "acme/hello", digest, digest)));
    }

    @Test
    void mayDeclineAMount() throws Exception {
        try (FakeRegistry strict = FakeRegistry.builder().withoutMounts().start();
                Client other = new Client(strict)) {
            String digest = other.pushBlob("acme/base", "content");
            HttpResponse<String> declined =
                    other.send("POST", "/v2/acme/hello/blobs/uploads/?from=acme/base&mount=" + digest, "");
            assertThat(declined.statusCode()).isEqualTo(202);
        }
    }

    @Test
    void maySendRelativeLocations() throws Exception {
        try (FakeRegistry relative = FakeRegistry.builder().relativeLocations().start();
                Client other = new Client(relative)) {
            assertThat(location(other.send("POST", "/v2/acme/hello/blobs/uploads/", "")))
                    .startsWith("/v2/acme/hello/blobs/uploads/");
        }
    }

    @Test
    void deletesABlobFromOneRepository() throws Exception {
        String digest = client.pushBlob("acme/hello", "content");
        client.pushBlob("acme/other", "content");

        assertThat(client.send("DELETE", "/v2/acme/hello/blobs/" + digest, "").statusCode())
                .isEqualTo(202);
        assertThat(registry.blob("acme/hello", digest)).isEmpty();
        assertThat(registry.blob("acme/other", digest)).isPresent();
    }

    @Test
    void keepsItsFolderForTheNextRegistry(@TempDir Path folder) throws Exception {
        String digest;
        try (FakeRegistry first = FakeRegistry.builder().storingIn(folder).start();
                Client other = new Client(first)) {
            digest = other.pushBlob("acme/hello", "{}");
            assertThat(other.pushManifest("acme/hello", "1.0", Client.MANIFEST, Client.manifest("{}"))
                            .statusCode())
                    .isEqualTo(201);
        }
        try (FakeRegistry second = FakeRegistry.builder().storingIn(folder).start()) {
            assertThat(second.blob("acme/hello", digest)).hasValue("{}".getBytes(UTF_8));
            assertThat(second.tags("acme/hello")).containsExactly("1.0");
        }
    }

    private static String location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow())
                .toString();
    }
}
