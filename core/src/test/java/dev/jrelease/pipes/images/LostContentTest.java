package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.ImageManifest;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tag of the version is there, but the registry has lost what it names. No other tag may come to name it. */
class LostContentTest {
    private final Path storage;
    private final Path folder;
    private final FakeRegistry registry;
    private final HelloRepository hello;

    LostContentTest(@TempDir Path storage, @TempDir Path folder) {
        this.storage = storage;
        this.folder = folder;
        this.registry = FakeRegistry.builder().storingIn(storage).start();
        this.hello = new HelloRepository(registry);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private String yaml(String tag) {
        return """
                dockers:
                  - platforms: [linux/amd64, linux/arm64]
                    image_templates: ["HOST/acme/hello:{{ version }}-{{ arch }}"]
                docker_manifests:
                  - name_template: "HOST/acme/hello:{{ version }}"
                    image_templates: &images
                      - "HOST/acme/hello:{{ version }}-amd64"
                      - "HOST/acme/hello:{{ version }}-arm64"
                  - name_template: "HOST/acme/hello:TAG"
                    image_templates: *images
                """.replace("HOST", registry.address()).replace("TAG", tag);
    }

    private Machine machine(String name, String program) {
        return new Machine(folder.resolve(name), program);
    }

    /** @return how many files it was in */
    private long lose(String digest) throws IOException {
        String hex = digest.substring("sha256:".length());
        try (Stream<Path> files = Files.walk(storage)) {
            List<Path> lost = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains(hex))
                    .toList();
            for (Path file : lost) {
                Files.delete(file);
            }
            return lost.size();
        }
    }

    private ImageManifest image(String arch) {
        return (ImageManifest) hello.manifest("1.2.3-" + arch);
    }

    private String layer() {
        return image("amd64").layers().getFirst().digest().toString();
    }

    private String config(String arch) {
        return image(arch).config().digest().toString();
    }

    @Test
    void isSentAgainBeforeAnotherTagNamesIt() throws Exception {
        machine("first", "ours").release(yaml("stable"));
        String layer = layer();
        assertThat(lose(layer)).isPositive();

        ReleaseReport report = machine("first", "ours").release(yaml("latest"));

        assertThat(report.failure()).isEmpty();
        assertThat(registry.blob("acme/hello", layer)).isPresent();
        assertThat(hello.digest("latest")).isEqualTo(hello.digest("1.2.3"));
    }

    @Test
    void isSentAgainByAReleaseThatOverwritesThoughNoTagIsWritten() throws Exception {
        machine("first", "ours").release(yaml("latest"));
        List<String> lost = List.of(layer(), config("amd64"), config("arm64"));

        for (String digest : lost) {
            assertThat(lose(digest)).isPositive();
            ReleaseReport report = machine("first", "ours").release(yaml("latest"), Machine.OVERWRITING);

            assertThat(report.failure()).isEmpty();
            assertThat(Machine.how(report).values()).containsOnly(How.UNCHANGED);
            assertThat(registry.blob("acme/hello", digest)).isPresent();
        }
    }

    @Test
    void isNotNamedByAnotherTagIfItCannotBeSentAgain() throws Exception {
        machine("first", "ours").release(yaml("stable"));
        assertThat(lose(layer())).isPositive();

        for (int run = 0; run < 2; run++) {
            ReleaseReport report =
                    machine("second", "built again, with other bytes").release(yaml("latest"));

            assertThat(report.failure()).isPresent();
            assertThat(registry.tags("acme/hello")).doesNotContain("latest");
        }
    }
}
