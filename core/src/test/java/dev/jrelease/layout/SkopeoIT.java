package dev.jrelease.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this project writes, skopeo reads: images and indexes under their full references. */
class SkopeoIT {
    private final Path temporary;

    SkopeoIT(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @BeforeAll
    static void needsSkopeo() {
        boolean installed = Files.isExecutable(Path.of("/usr/bin/skopeo"));
        assumeTrue(installed || "true".equals(System.getenv("CI")), "skopeo is not installed");
    }

    @Test
    void copiesAnImageAndAnIndexByTheirReferences() throws Exception {
        try (OciLayout layout = OciLayout.create(temporary.resolve("oci"))) {
            ImageManifest amd64 = TestImage.write(layout, "amd64");
            ImageManifest arm64 = TestImage.write(layout, "arm64");
            ImageIndex index = ImageIndex.of(List.of(
                    amd64.descriptor().withPlatform(Platform.of("linux", "amd64")),
                    arm64.descriptor().withPlatform(Platform.of("linux", "arm64", "v8"))));
            layout.writeManifest(index);
            layout.tag("localhost:5000/acme/hello:1.2.3-amd64", amd64.descriptor());
            layout.tag("localhost:5000/acme/hello:1.2.3", index.descriptor());
            assertThat(copied("localhost:5000/acme/hello:1.2.3-amd64", "image")).isEqualTo(amd64.bytes());
            assertThat(copied("localhost:5000/acme/hello:1.2.3", "index")).isEqualTo(index.bytes());
        }
    }

    private byte[] copied(String reference, String to) throws IOException, InterruptedException {
        Path target = temporary.resolve(to);
        Path log = temporary.resolve("log");
        Process skopeo = new ProcessBuilder(
                        "skopeo",
                        "--insecure-policy",
                        "copy",
                        "--all",
                        "oci:" + temporary.resolve("oci") + ":" + reference,
                        "dir:" + target)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(skopeo.waitFor()).as(Files.readString(log)).isZero();
        return Files.readAllBytes(target.resolve("manifest.json"));
    }
}
