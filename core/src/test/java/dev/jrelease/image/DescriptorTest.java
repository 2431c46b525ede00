package dev.jrelease.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a descriptor says is written again as it was read, whether it is known here or not. */
class DescriptorTest {
    private static final String DIGEST = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'artifactType':'application/vnd.example'",
                "'urls':['https://example.com/layer'],'data':'e30='",
                "'annotations':{'b':'1','a':'2'}",
                "'platform':{'architecture':'amd64','os':'windows','os.version':'10.0','os.features':['win32k']}",
                "'platform':{'architecture':'arm','os':'linux','variant':'v7','features':['sse4'],'x':{'y':1}}",
                "'com.example.new':{'deep':[1,null,true]}"
            })
    void keepsEverything(String members) throws Exception {
        JsonNode node = json(
                "{'mediaType':'" + MediaTypes.OCI_MANIFEST + "','digest':'" + DIGEST + "','size':2," + members + "}");

        Descriptor read = Descriptor.read(node);

        assertThat(Json.parse(Json.bytes(read.write()))).isEqualTo(node);
        JsonNode index = Json.parse(ImageIndex.of(List.of(read)).bytes());
        assertThat(index.path("manifests").path(0)).isEqualTo(node);
        Descriptor changed = read.withPlatform(Platform.of("linux", "arm64")).withAnnotations(Map.of("c", "3"));
        assertThat(changed.further()).isEqualTo(read.further());
    }

    private static JsonNode json(String text) throws Exception {
        return Json.parse(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
