package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Manifest;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.verify.ElfFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that something else pushed are judged before an index of this release names them. */
class ExternalCheckTest {
    private final FakeRegistry registry = FakeRegistry.start();
    private final HelloRepository hello = new HelloRepository(registry);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void closeRegistry() {
        registry.close();
    }

    private ReleaseReport releaseWith(String child, String more) {
        return new Machine(folder, "ours")
                .release("""
                docker_manifests:
                  - name_template: "HOST/acme/hello:{{ version }}"
                    image_templates: ["HOST/acme/hello%s"]
                %s""".formatted(child, more.indent(4)).replace("HOST", registry.address()));
    }

    private ReleaseReport releaseWith(Manifest index) {
        hello.push("theirs", index);
        return releaseWith(":theirs", "external: true");
    }

    private void assertRefused(ReleaseReport report, String... why) {
        ReleaseException failure = (ReleaseException) report.failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(FailureKind.BUILD);
        assertThat(failure).hasMessageContainingAll(why);
        assertThat(failure.location().orElseThrow()).hasToString(".release.yaml:3:24");
        assertThat(registry.tagWrites()).isEmpty();
    }

    @Test
    void acceptsAnIndexThatIsWhatItSays() {
        Manifest amd64 = hello.image("amd64", ElfFiles.AMD64);
        Manifest arm64 = hello.image("arm64", ElfFiles.ARM64);

        ReleaseReport report = releaseWith(HelloRepository.indexOf(amd64, arm64));

        assertThat(report.failure()).isEmpty();
        assertThat(hello.index("1.2.3").manifests()).hasSize(2);
    }

    @Test
    void refusesAnIndexThatNamesTheImagesTheWrongWayRound() {
        Manifest amd64 = hello.image("amd64", ElfFiles.AMD64);
        Manifest arm64 = hello.image("arm64", ElfFiles.ARM64);

        assertRefused(
                releaseWith(HelloRepository.indexOf(arm64, amd64)),
                "could not accept the image " + registry.address() + "/acme/hello:theirs",
                "its index says linux/amd64 of " + arm64.digest() + ", the image itself says linux/arm64",
                "its index says linux/arm64 of " + amd64.digest() + ", the image itself says linux/amd64");
    }

    @Test
    void refusesOneImageForTwoPlatforms() {
        Manifest amd64 = hello.image("amd64", ElfFiles.AMD64);

        assertRefused(
                releaseWith(HelloRepository.indexOf(amd64, amd64)),
                "its index says linux/arm64 of " + amd64.digest() + ", the image itself says linux/amd64");
    }

    @Test
    void refusesAProgramForAnotherProcessor() {
        Manifest wrong = hello.image("arm64", ElfFiles.AMD64);

        assertRefused(
                releaseWith(HelloRepository.indexOf(hello.image("amd64", ElfFiles.AMD64), wrong)),
                wrong.digest() + ": /hello is an ELF file for amd64, the image says linux/arm64");
    }

    @Test
    void refusesWhatIsPinnedAsWell() {
        Manifest wrong = hello.image("arm64", ElfFiles.AMD64);

        assertRefused(
                releaseWith("@" + wrong.digest(), ""), "/hello is an ELF file for amd64, the image says linux/arm64");
    }
}
