package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Manifest;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.verify.ElfFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody pushed to the names of this release before it came to them, and says it is the same revision. */
class AdoptionTest {
    private final FakeRegistry registry = FakeRegistry.start();
    private final HelloRepository hello = new HelloRepository(registry);

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
        Manifest theirs = hello.push("1.2.3-arm64", hello.image("arm64", ElfFiles.AMD64));

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
        Manifest theirs = hello.push("1.2.3-arm64", hello.image("arm64", ElfFiles.AMD64));

        release(yaml);

        assertThat(OciLayout.open(folder.resolve("dist/oci")).entries())
                .extracting(Descriptor::digest)
                .doesNotContain(theirs.digest());
    }

    @Test
    void adoptsAnImageThatIsWhatItSays() {
        Manifest theirs = hello.push("1.2.3-arm64", hello.image("arm64", ElfFiles.ARM64));

        ReleaseReport report = release(yaml);

        assertThat(report.failure()).isEmpty();
        assertThat(hello.index("latest").manifests())
                .extracting(Descriptor::digest)
                .contains(theirs.digest());
    }

    @Test
    void anIndexThatIsAdoptedIsUnderItsOtherNamesToo() {
        Manifest theirs = hello.push(
                "1.2.3",
                HelloRepository.indexOf(hello.image("amd64", ElfFiles.AMD64), hello.image("arm64", ElfFiles.ARM64)));

        ReleaseReport report = release(yaml);

        assertThat(report.failure()).isEmpty();
        assertThat(hello.index("latest")).isEqualTo(theirs);
        assertThat(OciLayout.open(folder.resolve("dist/oci")).find(registry.address() + "/acme/hello:latest"))
                .map(Descriptor::digest)
                .contains(theirs.digest());
    }

    @Test
    void doesNotJudgeWhatItsEntryWantsNotToBeJudged() {
        Manifest theirs = hello.push("1.2.3-arm64", hello.image("arm64", ElfFiles.AMD64));

        ReleaseReport report = release(notJudged());

        assertThat(report.failure()).isEmpty();
        assertThat(hello.index("latest").manifests())
                .extracting(Descriptor::digest)
                .contains(theirs.digest());
    }

    @Test
    void overwriteReplacesWhatWouldBeRefused() {
        Manifest theirs = hello.push("1.2.3-arm64", hello.image("arm64", ElfFiles.AMD64));

        ReleaseReport report = new Machine(folder, "ours").release(yaml, Machine.OVERWRITING);

        assertThat(report.failure()).isEmpty();
        assertThat(hello.index("latest").manifests())
                .extracting(Descriptor::digest)
                .hasSize(2)
                .doesNotContain(theirs.digest());
    }

    @Test
    void refusesAnIndexWithAnImageForAnotherProcessor() {
        Manifest wrong = hello.image("arm64", ElfFiles.AMD64);
        hello.push("1.2.3", HelloRepository.indexOf(hello.image("amd64", ElfFiles.AMD64), wrong));

        ReleaseReport report = release(yaml);

        assertThat(failure(report))
                .hasMessageContaining("acme/hello:1.2.3 holds: of the same revision is " + wrong.digest())
                .hasMessageContaining("/hello is an ELF file for amd64, the image says linux/arm64");
        assertThat(registry.tagWrites()).isEmpty();
    }

    @Test
    void doesNotJudgeAnIndexOfWhatItsEntryWantsNotToBeJudged() {
        Manifest theirs = hello.push(
                "1.2.3",
                HelloRepository.indexOf(hello.image("amd64", ElfFiles.AMD64), hello.image("arm64", ElfFiles.AMD64)));

        ReleaseReport report = release(notJudged());

        assertThat(report.failure()).isEmpty();
        assertThat(hello.index("1.2.3")).isEqualTo(theirs);
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
}
