package dev.jrelease.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.image.layer.LayerBuilder;
import dev.jrelease.image.layer.MemoryImages;
import dev.jrelease.places.PlacedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

        assertThat(texts(compare(a, b)))
                .containsExactly("the indexes have the same content, but differ in manifests[].annotations");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{ 'schemaVersion': ~ the same JSON in other bytes",
                "{'manifests':[],'schemaVersion': ~ members of objects in another order"
            })
    void saysHowTheSameJsonDiffers(String start, String words) throws Exception {
        Manifest a = images.index(List.of(on(plain, "amd64", "")));
        String json = new String(a.bytes(), StandardCharsets.UTF_8);
        String list = json.substring(json.indexOf("\"manifests\""), json.length() - 1);
        String other = start.contains("manifests")
                ? "{" + list + "," + json.substring(1, json.indexOf(",\"manifests\"")) + "}"
                : json.replace("{\"schemaVersion\":", "{ \"schemaVersion\": ");
        Manifest b = Manifest.read(MediaTypes.OCI_INDEX, other.getBytes(StandardCharsets.UTF_8));

        assertThat(a.digest()).isNotEqualTo(b.digest());
        assertThat(texts(compare(a, b))).singleElement().asString().contains(words);
    }

    @Test
    void saysThatOnlyTheOrderDiffers() throws Exception {
        Manifest a = images.index(List.of(on(plain, "amd64", ""), on(plain, "arm64", "")));
        Manifest b = images.index(List.of(on(plain, "arm64", ""), on(plain, "amd64", "")));

        assertThat(texts(compare(a, b)))
                .containsExactly("the indexes have the same content, but differ in the order of manifests");
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 600, 900})
    void saysWhereALayerIsBroken(int end) throws Exception {
        byte[] tar =
                new LayerBuilder().file("a", 0644, "x").file("b", 0644, "y").tar();
        byte[] other =
                new LayerBuilder().file("a", 0644, "z").file("b", 0644, "y").tar();
        var config = Samples.config("amd64", "{}");
        ImageManifest a = images.image(config, List.of(images.blob(MediaTypes.OCI_LAYER, other)));
        ImageManifest b = images.image(config, List.of(images.blob(MediaTypes.OCI_LAYER, Arrays.copyOf(tar, end))));

        assertThat(texts(compare(a, b))).anyMatch(text -> text.startsWith("layer 1 of B is broken: it ends too early"));
    }

    @Test
    void saysWhereACompressedLayerIsBroken() throws Exception {
        byte[] tar = new LayerBuilder().file("a", 0644, "x").tar();
        byte[] packed = LayerBuilder.gzip(tar);
        var config = Samples.config("amd64", "{}");
        ImageManifest a = images.image(config, List.of(images.blob(MediaTypes.OCI_LAYER, tar)));
        ImageManifest b = images.image(
                config, List.of(images.blob(MediaTypes.OCI_LAYER_GZIP, Arrays.copyOf(packed, packed.length - 10))));

        assertThat(texts(compare(a, b))).anyMatch(text -> text.startsWith("layer 1 of B is broken: it ends too early"));
    }

    @Test
    void saysThatALayerIsNotWhatItsConfigurationSays() throws Exception {
        byte[] tar =
                new LayerBuilder().file("a", 0644, "x").file("b", 0644, "y").tar();
        var config = Samples.config("amd64", "{}");
        ImageManifest a = images.image(config, List.of(images.blob(MediaTypes.OCI_LAYER, tar)));
        config.putObject("rootfs").putArray("diff_ids").add(Digest.of(tar).toString());
        ImageManifest b = images.image(config, List.of(images.blob(MediaTypes.OCI_LAYER, Arrays.copyOf(tar, 1024))));

        assertThat(texts(compare(a, b)))
                .anyMatch(text -> text.startsWith("layer 1 of B is broken: its content is sha256:"));
    }

    @Test
    void doesNotUnpackWhatBecomesFarTooLarge() throws Exception {
        var config = Samples.config("amd64", "{}");
        ImageManifest a = images.image(config, List.of(images.blob(MediaTypes.OCI_LAYER, new LayerBuilder().tar())));
        ImageManifest b = images.image(config, List.of(images.blob(MediaTypes.OCI_LAYER_GZIP, zeros(257L << 20))));

        assertThat(texts(compare(a, b)))
                .contains("layer 1, its files are not compared: it unpacks to more than 100 times its size");
    }

    private static byte[] zeros(long size) throws IOException {
        var packed = new ByteArrayOutputStream();
        byte[] chunk = new byte[1 << 16];
        try (var gzip = new GZIPOutputStream(packed)) {
            for (long done = 0; done < size; done += chunk.length) {
                gzip.write(chunk);
            }
        }
        return packed.toByteArray();
    }

    @Test
    void namesOfFilesActUponNoTerminal() throws Exception {
        ImageManifest a = images.image(Samples.config("amd64", "{}"), new LayerBuilder().file("a", 0644, "x"));
        ImageManifest b = images.image(
                Samples.config("amd64", "{'Labels':{'l\\n::set-output name=x::y':'\\u001b[2J'}}"),
                new LayerBuilder().file("a\u001b]0;x\u0007\n::stop-commands::x\u202e", 0644, "x"));

        assertThat(compare(a, b).text().lines())
                .noneMatch(line -> line.strip().startsWith("::"))
                .allMatch(line -> line.matches("[^\\p{Cc}\\p{Cf}]*"));
    }

    @Test
    void noticesWhenOnlyTheManifestDiffers() throws Exception {
        Descriptor annotated = plain.layers().getFirst().withAnnotations(Map.of("a", "b"));
        ImageManifest b = ImageManifest.of(plain.config(), List.of(annotated));

        assertThat(texts(compare(plain, b)))
                .containsExactly("the manifests have the same content, but differ in layers[].annotations");
    }

    private Comparison compare(Manifest a, Manifest b) throws InterruptedException {
        return Comparison.of(
                new PlacedImage("one", images, a, Optional.empty()),
                new PlacedImage("two", images, b, Optional.empty()));
    }

    private static List<String> texts(Comparison comparison) {
        return comparison.differences().stream().map(Difference::toString).toList();
    }

    private static Descriptor on(ImageManifest image, String architecture, String variant) {
        return image.descriptor().withPlatform(Platform.of("linux", architecture, variant));
    }
}
