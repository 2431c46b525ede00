package dev.jrelease.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Repositories;
import dev.jrelease.layout.Layouts;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.serve.LayoutServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A layout as a registry, read by the program's own client and by plain requests. */
class ServedLayoutTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private Path folder;
    private CopyBench bench;
    private ImageIndex index;
    private LayoutServer server;

    @BeforeEach
    void serve(@TempDir Path temporary) throws Exception {
        folder = temporary;
        bench = new CopyBench(folder, Map.of());
        index = bench.makeIndex();
        bench.copy("oci:made:1.0", "oci:served:ghcr.io/acme/hello:1.0");
        server = LayoutServer.start(folder.resolve("served"), 0, new Layouts(Repositories.NONE));
    }

    @Test
    void everythingCanBeReadFromIt() throws Exception {
        String there = server.address() + "/acme/hello:1.0";

        assertThat(server.references()).containsExactly(there);
        assertThat(bench.read(there)).isEqualTo(index);
        assertThat(bench.referrers(there)).hasSize(1);
        bench.readAll(there);
    }

    @Test
    void aTagAloneIsInARepositoryWithTheNameOfTheFolder() throws Exception {
        bench.copy("oci:made:1.0", "oci:served:next");

        assertThat(bench.read(server.address() + "/served:next")).isEqualTo(index);
    }

    @Test
    void nothingCanBePushed() {
        assertThatThrownBy(() -> bench.copy("oci:made:1.0", server.address() + "/acme/other:1.0"))
                .hasMessageContaining("this registry is read-only");
    }

    @Test
    void tagsAreListed() throws Exception {
        assertThat(get("/v2/acme/hello/tags/list").body()).isEqualTo("{\"name\":\"acme/hello\",\"tags\":[\"1.0\"]}");
        assertThat(get("/v2/acme/other/tags/list").statusCode()).isEqualTo(404);
    }

    @Test
    void aPartOfABlobCanBeRead() throws Exception {
        String blob = "/v2/acme/hello/blobs/" + index.digest();
        String whole = get(blob).body();

        assertThat(get(blob, "bytes=0-4").body()).isEqualTo(whole.substring(0, 5));
        assertThat(get(blob, "bytes=5-").body()).isEqualTo(whole.substring(5));
        assertThat(get(blob, "bytes=-7").body()).isEqualTo(whole.substring(whole.length() - 7));
        HttpResponse<String> part = get(blob, "bytes=5-9");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 5-9/" + whole.length());
        assertThat(get(blob, "bytes=" + whole.length() + "-").statusCode()).isEqualTo(416);
    }

    @Test
    void aLayerThatItsRepositoryDoesNotGiveIsAnErrorWithTheReason() throws Exception {
        ImageReference place = ImageReference.parse("registry.example/acme/hello:1.0");
        Digest layer = Digest.of(new byte[] {1});
        try (OciLayout layout = OciLayout.create(folder.resolve("served"))) {
            layout.noteElsewhere(
                    new Descriptor(MediaTypes.OCI_LAYER_GZIP, layer, 1), new InRepository(place, Access.STRICT));
        }

        HttpResponse<String> answer = get("/v2/acme/hello/blobs/" + layer);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains(layer.toString(), "it is in " + place.name());
    }

    @Test
    void aHeadHasTheSizeOfTheContent() throws Exception {
        HttpResponse<String> head = http.send(
                request("/v2/acme/hello/manifests/1.0")
                        .method("HEAD", HttpRequest.BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());

        assertThat(head.headers().firstValue("Content-Length")).hasValue("" + index.bytes().length);
        assertThat(head.headers().firstValue("Docker-Content-Digest")).hasValue("" + index.digest());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String range) throws Exception {
        return http.send(request(path).header("Range", range).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + server.address() + path));
    }

    @AfterEach
    void stop() {
        server.close();
        http.close();
    }
}
