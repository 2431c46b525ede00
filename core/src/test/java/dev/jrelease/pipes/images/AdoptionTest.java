package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.image.layer.LayerBuilder;
import dev.jrelease.json.Json;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipes.images.verify.ElfFiles;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.StoredManifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody pushed to the names of this release before it came to them, and says it is the same revision. */
class AdoptionTest {
    private static final String REPOSITORY = "acme/hello";

    private final FakeRegistry registry = FakeRegistry.start();

    private final String yaml = """
            dockers:
              - id: hello
                platforms: [linux/amd64, linux/arm64]
                labels: {org.opencontainers.image.revision: one}
                image_templates: ["HOST/acme/hello:{{ version }}-{{ arch }}"]
            docker_manifests:
              - name_template: "HOST/acme/hello:{{ version }}"
                image_templates: ["HOST/acme/hello:{{ version }}-amd64", "HOST/acme/hello:{{ version }}-arm64"]
              - name_template: "HOST/acme/hello:latest"
                image_templates: ["HOST/acme/hello:{{ version }}-amd64", "HOST/acme/hello:{{ version }}-arm64"]
            """.replace("HOST", registry.address());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    @Test
    void refusesAnImageWithAProgramForAnotherProcessor() {
        Manifest theirs = push("1.2.3-arm64", image("arm64", ElfFiles.AMD64));

        ReleaseReport report = release(yaml);

        assertThat(failure(report).kind()).isEqualTo(FailureKind.BUILD);
        assertThat(failure(report))
                .hasMessage("could not adopt what " + registry.address() + "/acme/hello:1.2.3-arm64 holds: "
                        + "of the same revision is " + theirs.digest()
                        + " there, but /hello is an ELF file for amd64, the image says linux/arm64");
        assertThat(failure(report).location().orElseThrow()).hasToString(".release.yaml:5:24");
        assertThat(failure(report).hint().orElseThrow()).contains("--overwrite");
        assertThat(registry.tagWrites()).isEmpty();
    }

    @Test
    void givesAnImageThatIsRefusedNoNameInTheLayout() {
        Manifest theirs = push("1.2.3-arm64", image("arm64", ElfFiles.AMD64));

        release(yaml);

        assertThat(OciLayout.open(folder.resolve("dist/oci")).entries())
                .extracting(Descriptor::digest)
                .doesNotContain(theirs.digest());
    }

    @Test
    void adoptsAnImageThatIsWhatItSays() {
        Manifest theirs = push("1.2.3-arm64", image("arm64", ElfFiles.ARM64));

        ReleaseReport report = release(yaml);

        assertThat(report.failure()).isEmpty();
        assertThat(index("latest").manifests()).extracting(Descriptor::digest).contains(theirs.digest());
    }

    @Test
    void anIndexThatIsAdoptedIsUnderItsOtherNamesToo() {
        ImageIndex plain = indexOf(image("amd64", ElfFiles.AMD64), image("arm64", ElfFiles.ARM64));
        Manifest theirs = push("1.2.3", ImageIndex.of(plain.manifests(), Map.of("made.by", "others")));

        ReleaseReport report = release(yaml);

        assertThat(report.failure()).isEmpty();
        assertThat(index("latest")).isEqualTo(theirs);
        assertThat(OciLayout.open(folder.resolve("dist/oci")).find(registry.address() + "/acme/hello:latest"))
                .map(Descriptor::digest)
                .contains(theirs.digest());
    }

    @Test
    void doesNotJudgeWhatItsEntryWantsNotToBeJudged() {
        Manifest theirs = push("1.2.3-arm64", image("arm64", ElfFiles.AMD64));

        ReleaseReport report = release(notJudged());

        assertThat(report.failure()).isEmpty();
        assertThat(index("latest").manifests()).extracting(Descriptor::digest).contains(theirs.digest());
    }

    @Test
    void overwriteReplacesWhatWouldBeRefused() {
        Manifest theirs = push("1.2.3-arm64", image("arm64", ElfFiles.AMD64));
        ReleaseOptions all = ReleaseOptions.release();

        ReleaseReport report = new Machine(folder, "ours")
                .release(
                        yaml,
                        new ReleaseOptions(false, false, true, all.tag(), Set.of(), all.parallelism(), all.timeout()));

        assertThat(report.failure()).isEmpty();
        assertThat(index("latest").manifests())
                .extracting(Descriptor::digest)
                .hasSize(2)
                .doesNotContain(theirs.digest());
    }

    @Test
    void refusesAnIndexWithAnImageForAnotherProcessor() {
        Manifest wrong = image("arm64", ElfFiles.AMD64);
        push("1.2.3", indexOf(image("amd64", ElfFiles.AMD64), wrong));

        ReleaseReport report = release(yaml);

        assertThat(failure(report))
                .hasMessageContaining("acme/hello:1.2.3 holds: of the same revision is " + wrong.digest())
                .hasMessageContaining("/hello is an ELF file for amd64, the image says linux/arm64");
        assertThat(registry.tagWrites()).isEmpty();
    }

    @Test
    void doesNotJudgeAnIndexOfWhatItsEntryWantsNotToBeJudged() {
        Manifest theirs = push("1.2.3", indexOf(image("amd64", ElfFiles.AMD64), image("arm64", ElfFiles.AMD64)));

        ReleaseReport report = release(notJudged());

        assertThat(report.failure()).isEmpty();
        assertThat(index("1.2.3")).isEqualTo(theirs);
    }

    private String notJudged() {
        return yaml.replace("    platforms", "    verify_platform: false\n    platforms");
    }

    private ReleaseReport release(String configuration) {
        return new Machine(folder, "ours").release(configuration);
    }

    private static ReleaseException failure(ReleaseReport report) {
        return (ReleaseException) report.failure().orElseThrow();
    }

    private ImageManifest image(String architecture, byte[] program) {
        byte[] tar = new LayerBuilder().file("hello", 0755, program).tar();
        var config = Json.object().put("os", "linux").put("architecture", architecture);
        var start = config.putObject("config");
        start.putArray("Entrypoint").add("/hello");
        start.putObject("Labels").put("org.opencontainers.image.revision", "one");
        config.putObject("rootfs")
                .put("type", "layers")
                .putArray("diff_ids")
                .add(Digest.of(tar).toString());
        ImageManifest image = ImageManifest.of(
                blob(MediaTypes.OCI_CONFIG, Json.bytes(config)),
                List.of(blob(MediaTypes.OCI_LAYER_GZIP, LayerBuilder.gzip(tar))));
        push(image.digest().toString(), image);
        return image;
    }

    private Descriptor blob(String type, byte[] content) {
        registry.addBlob(REPOSITORY, content);
        return new Descriptor(type, Digest.of(content), content.length);
    }

    private static ImageIndex indexOf(Manifest amd64, Manifest arm64) {
        return ImageIndex.of(List.of(
                amd64.descriptor().withPlatform(Platform.of("linux", "amd64")),
                arm64.descriptor().withPlatform(Platform.of("linux", "arm64"))));
    }

    private Manifest push(String tag, Manifest manifest) {
        registry.addManifest(REPOSITORY, tag, manifest.mediaType(), manifest.bytes());
        return manifest;
    }

    private ImageIndex index(String tag) {
        StoredManifest stored = registry.manifest(REPOSITORY, tag).orElseThrow();
        return (ImageIndex) Manifest.read(stored.mediaType(), stored.bytes());
    }
}
