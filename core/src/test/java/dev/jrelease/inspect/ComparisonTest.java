package dev.jrelease.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.image.layer.LayerBuilder;
import dev.jrelease.image.layer.MemoryImages;
import dev.jrelease.inspect.Comparison.Side;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private final MemoryImages images = new MemoryImages();
    private final ImageManifest plain =
            images.image(Samples.config("amd64", "{'Entrypoint':['/app']}"), new LayerBuilder().file("app", 0755, "1"));

    @Test
    void saysThatTheSameIsTheSame() throws Exception {
        Comparison comparison = compare(plain, plain);

        assertThat(comparison.identical()).isTrue();
        assertThat(comparison.text())
                .isEqualTo("A  one  %s\nB  two  %s\n\nidentical\n".formatted(plain.digest(), plain.digest()));
    }

    @Test
    void comparesConfigurations() throws Exception {
        ImageManifest a = images.image(
                Samples.config("amd64", "{'Entrypoint':['/a'],'Env':['P=1','Q=2'],'Labels':{'l':'1'},'User':'x'}"));
        ImageManifest b =
                images.image(Samples.config("arm64", "{'Cmd':['/a'],'Env':['P=3','R='],'Labels':{'m':'2'},'User':'y'}")
                        .put("created", "2026-01-02T00:00:00Z"));

        assertThat(texts(compare(a, b)))
                .containsExactly(
                        "platform: linux/amd64 → linux/arm64",
                        "created: 2026-01-01T00:00:00Z → 2026-01-02T00:00:00Z",
                        "entrypoint: only in A: [\"/a\"]",
                        "cmd: only in B: [\"/a\"]",
                        "user: x → y",
                        "env P: '1' → '3'",
                        "env Q: only in A: '2'",
                        "env R: only in B: ''",
                        "label l: only in A: '1'",
                        "label m: only in B: '2'");
    }

    @Test
    void namesTheFilesInWhichLayersDiffer() throws Exception {
        ImageManifest a = images.image(
                Samples.config("amd64", "{}"),
                new LayerBuilder().file("same", 0644, "x"),
                new LayerBuilder()
                        .directory("d")
                        .file("d/content", 0644, "x")
                        .file("d/gone", 0644, "x")
                        .file("d/mode", 0644, "x")
                        .file("d/size", 0644, "x")
                        .link("d/link", "x"));
        ImageManifest b = images.image(
                Samples.config("amd64", "{}"),
                new LayerBuilder().file("same", 0644, "x"),
                new LayerBuilder()
                        .directory("d")
                        .file("d/content", 0644, "y")
                        .file("d/mode", 04755, "x")
                        .link("d/new", "size")
                        .file("d/size", 0644, "xyz")
                        .file("d/link", 0644, "x"),
                new LayerBuilder().modified(Instant.EPOCH).file("more", 0644, "x"));

        List<String> texts = texts(compare(a, b));

        assertThat(texts.getFirst()).startsWith("layer 2: sha256:").contains(" → sha256:");
        assertThat(texts.getLast()).startsWith("layer 3: only in B: sha256:");
        assertThat(texts.subList(1, texts.size() - 1))
                .containsExactly(
                        "layer 2, /d/content: content",
                        "layer 2, /d/gone: only in A: file of 1 B",
                        "layer 2, /d/link: link to x → file of 1 B",
                        "layer 2, /d/mode: mode 644 → 4755",
                        "layer 2, /d/new: only in B: link to size",
                        "layer 2, /d/size: size 1 → 3");
    }

    @Test
    void tellsTimesFromContent() throws Exception {
        ImageManifest a = images.image(
                Samples.config("amd64", "{}"),
                new LayerBuilder().modified(Instant.EPOCH).file("a", 0644, "x"));
        ImageManifest b = images.image(
                Samples.config("amd64", "{}"),
                new LayerBuilder().modified(Instant.ofEpochSecond(1)).file("a", 0644, "x"));

        assertThat(texts(compare(a, b)).getLast())
                .isEqualTo("layer 1, /a: mtime 1970-01-01T00:00:00Z → 1970-01-01T00:00:01Z");
    }

    @Test
    void tellsCompressionFromContent() throws Exception {
        byte[] tar = new LayerBuilder().file("a", 0644, "x").tar();
        var config = Samples.config("amd64", "{}");
        config.putObject("rootfs").putArray("diff_ids").add("sha256:1");
        ImageManifest a = images.image(config, List.of(images.blob(MediaTypes.OCI_LAYER, tar)));
        ImageManifest b = images.image(config, List.of(images.blob(MediaTypes.OCI_LAYER_GZIP, LayerBuilder.gzip(tar))));

        assertThat(texts(compare(a, b))).hasSize(2).contains("layer 1 has the same content, compressed differently");
    }

    @Test
    void tellsOrderFromContent() throws Exception {
        ImageManifest a = images.image(
                Samples.config("amd64", "{}"),
                new LayerBuilder().file("a", 0644, "x").file("b", 0644, ""));
        ImageManifest b = images.image(
                Samples.config("amd64", "{}"),
                new LayerBuilder().file("b", 0644, "").file("a", 0644, "x"));

        assertThat(texts(compare(a, b)).getLast())
                .isEqualTo("layer 1 has the same files, written in another order or form");
    }

    @Test
    void comparesIndexesPlatformByPlatform() throws Exception {
        ImageManifest other = images.image(
                Samples.config("amd64", "{'Entrypoint':['/x']}"), new LayerBuilder().file("app", 0755, "1"));
        Manifest a = images.index(List.of(on(plain, "amd64", ""), on(plain, "arm64", "v8"), on(plain, "386", "")));
        Manifest b = images.index(List.of(on(other, "amd64", "v1"), on(plain, "arm64", "")));

        assertThat(compare(a, b).text()).endsWith("""

                          linux/386: only in A: %s

                        linux/amd64
                          entrypoint: ["/app"] → ["/x"]
                        """.formatted(plain.digest()));
    }

    @Test
    void comparesAnImageWithTheChildOfItsPlatform() throws Exception {
        Manifest index = images.index(List.of(on(plain, "amd64", ""), on(plain, "arm64", "")));

        assertThat(texts(compare(plain, index))).containsExactly("linux/arm64: only in B: " + plain.digest());
    }

    @Test
    void noticesWhenOnlyTheIndexDiffers() throws Exception {
        Descriptor child = on(plain, "amd64", "");
        Manifest a = images.index(List.of(child));
        Manifest b = images.index(List.of(child.withAnnotations(Map.of("a", "b"))));

        assertThat(texts(compare(a, b))).containsExactly("the same images, in another order or with other annotations");
    }

    @Test
    void noticesWhenOnlyTheManifestDiffers() throws Exception {
        Descriptor annotated = plain.layers().getFirst().withAnnotations(Map.of("a", "b"));
        ImageManifest b = ImageManifest.of(plain.config(), List.of(annotated));

        assertThat(texts(compare(plain, b)))
                .containsExactly("the manifests say the same, but not in the same bytes or with the same annotations");
    }

    private Comparison compare(Manifest a, Manifest b) throws InterruptedException {
        return Comparison.of(new Side("one", images, a), new Side("two", images, b));
    }

    private static List<String> texts(Comparison comparison) {
        return comparison.differences().stream().map(Difference::toString).toList();
    }

    private static Descriptor on(ImageManifest image, String architecture, String variant) {
        return image.descriptor().withPlatform(Platform.of("linux", architecture, variant));
    }
}
