package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.layout.OciLayout;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformSpellingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'architecture':'arm64','variant':'v8','os':'linux','x':[1]};"
                        + "{'architecture':'arm64','os':'linux','x':[1]}",
                "{'os':'linux','architecture':'arm'}; {'os':'linux','architecture':'arm','variant':'v7'}",
                "{'variant':'v1','architecture':'amd64','os':'linux'}; {'architecture':'amd64','os':'linux'}",
                "{'architecture':'aarch64','os':'linux'}; {'architecture':'arm64','os':'linux'}",
                "{ 'architecture':'arm64', 'os':'linux' }; { 'architecture':'arm64', 'os':'linux' }",
                "{'os':'linux'}; {'os':'linux'}",
            })
    void writesThePlatformAsBuildKitDoes(String config, String expected, @TempDir Path folder) throws Exception {
        try (OciLayout layout = OciLayout.create(folder)) {
            byte[] bytes = config.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            Descriptor descriptor = new Descriptor(MediaTypes.OCI_CONFIG, Digest.of(bytes), bytes.length);
            layout.writeBlob(descriptor, () -> new ByteArrayInputStream(bytes));
            ImageManifest image = ImageManifest.of(descriptor, List.of()).withAnnotations(Map.of("a", "b"));

            ImageManifest written = new PlatformSpelling(layout).normalize(image);

            assertThat(layout.bytes(written.config()))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(expected.replace('\'', '"'));
            assertThat(new String(written.bytes(), StandardCharsets.UTF_8)).contains("\"a\":\"b\"");
        }
    }
}
