package dev.jrelease.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import dev.jrelease.layout.OciLayout;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Children that others described are named as they named them; what they left out is what the image says. */
class ChildDescriptorsTest {
    private final OciLayout layout;

    ChildDescriptorsTest(@TempDir Path folder) {
        layout = OciLayout.create(folder.resolve("oci"));
    }

    @AfterEach
    void close() {
        layout.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'artifactType':'application/vnd.example'",
                "'urls':['https://example.com/image']",
                "'data':'e30='",
                "'annotations':{'b':'1','a':'2'}",
                "'platform':{'architecture':'amd64','os':'windows','os.version':'10.0','os.features':['win32k']}",
                "'artifactType':'a/b','com.example.new':[1],'platform':{'architecture':'arm','os':'linux','x':true}"
            })
    void keepAllThatTheIndexSays(String members) throws Exception {
        ImageManifest image = image("'os':'linux','architecture':'amd64'");
        ObjectNode named = image.descriptor().write();
        named.setAll((ObjectNode) json("{" + members + "}"));
        ObjectNode theirs = Json.object().put("schemaVersion", 2).put("mediaType", MediaTypes.OCI_INDEX);
        theirs.putArray("manifests").add(named);
        Manifest index = Manifest.read(MediaTypes.OCI_INDEX, Json.bytes(theirs));

        ImageIndex ours = ImageIndex.of(children(index));

        JsonNode expected = Json.parse(index.bytes()).path("manifests").path(0);
        JsonNode written = Json.parse(ours.bytes()).path("manifests").path(0);
        expected.properties()
                .forEach(member -> assertThat(written.get(member.getKey())).isEqualTo(member.getValue()));
    }

    @Test
    void haveThePlatformOfTheConfigurationWithItsVersionAndFeatures() throws Exception {
        ImageManifest windows = image(
                "'os':'windows','architecture':'amd64','os.version':'10.0.1'," + "'os.features':['win32k','other']");
        JsonNode platform = json(
                "{'architecture':'amd64','os':'windows','os.version':'10.0.1'," + "'os.features':['win32k','other']}");

        assertThat(children(windows))
                .extracting(child -> child.write().get("platform"))
                .containsExactly(platform);
        assertThat(children(ImageIndex.of(List.of(windows.descriptor()))))
                .extracting(child -> child.write().get("platform"))
                .containsExactly(platform);
    }

    @Test
    void haveNoFeaturesWhereTheConfigurationNamesNone() throws Exception {
        assertThat(children(image("'os':'linux','architecture':'arm64','os.features':[]")))
                .extracting(child -> child.write().get("platform"))
                .containsExactly(json("{'architecture':'arm64','os':'linux'}"));
    }

    private List<Descriptor> children(Manifest manifest) {
        return new ChildDescriptors(layout).in(manifest);
    }

    private ImageManifest image(String members) throws IOException {
        byte[] bytes = Json.bytes(json("{" + members + ",'rootfs':{'type':'layers','diff_ids':[]}}"));
        Descriptor config = new Descriptor(MediaTypes.OCI_CONFIG, Digest.of(bytes), bytes.length);
        layout.writeBlob(config, () -> new ByteArrayInputStream(bytes));
        ImageManifest image = ImageManifest.of(config, List.of());
        layout.writeManifest(image);
        return image;
    }

    private static JsonNode json(String text) throws IOException {
        return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
