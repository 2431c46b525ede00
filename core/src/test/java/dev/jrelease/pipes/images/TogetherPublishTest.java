package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.StoredManifest;
import dev.jrelease.verify.ElfFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Images that have their names in common only: what of them comes to registries, and what is found there. */
class TogetherPublishTest {
    private final FakeRegistry registry = FakeRegistry.start();
    private final HelloRepository hello = new HelloRepository(registry);
    private final FakeRegistry other = FakeRegistry.start();

    private final String yaml = """
            dockers_v2:
              - id: hello
                images: [HOST/acme/hello]
                tags: ["{{ .Version }}", "{{ .Version }}-full", latest]
                platforms: [linux/amd64, linux/arm64]
                labels: {org.opencontainers.image.revision: one}
            """.replace("HOST", registry.address());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void closeRegistries() {
        registry.close();
        other.close();
    }

    @Test
    void onlyTheIndexHasTagsAndThoseThatMoveComeLast() {
        ReleaseReport report = machine("first", "ours").release(yaml);

        assertThat(report.failure()).isEmpty();
        assertThat(registry.tagWrites())
                .containsExactly("acme/hello:1.2.3", "acme/hello:1.2.3-full", "acme/hello:latest");
        assertThat(hello.digest("1.2.3")).isEqualTo(hello.digest("1.2.3-full")).isEqualTo(hello.digest("latest"));
        assertThat(hello.index("1.2.3").manifests())
                .extracting(child -> child.platform().orElseThrow())
                .containsExactly(Platform.of("linux", "amd64"), Platform.of("linux", "arm64"));
        assertThat(Machine.how(report).values()).containsOnly(How.PUSHED);
    }

    @Test
    void theIndexStatesTheFeaturesThatItsImagesState() throws IOException {
        machine("first", "ours").release(yaml);

        assertThat(Json.parse(hello.index("1.2.3").bytes()).path("manifests"))
                .hasSize(2)
                .extracting(child -> Json.text(child.path("platform").path("os.features")))
                .containsOnly("[\"given\"]");
    }

    @Test
    void itIsTheSameIndexAsThatOfImagesWithNames() {
        machine("first", "ours").release(yaml);
        String together = hello.digest("1.2.3");
        machine("second", "ours").release("""
                dockers:
                  - image_templates: ["HOST/acme/apart:{{ version }}-{{ arch }}"]
                    platforms: [linux/amd64, linux/arm64]
                    labels: {org.opencontainers.image.revision: one}
                docker_manifests:
                  - name_template: "HOST/acme/apart:{{ version }}"
                    image_templates: ["HOST/acme/apart:{{ version }}-amd64", "HOST/acme/apart:{{ version }}-arm64"]
                """.replace("HOST", registry.address()));

        assertThat(registry.manifest("acme/apart", "1.2.3").map(StoredManifest::digest))
                .contains(together);
    }

    @Test
    void everyRegistryIsGivenEverything() {
        ReleaseReport report = machine("first", "ours")
                .release(yaml.replace("acme/hello]", "acme/hello, OTHER/acme/hello, OTHER/acme/copy]")
                        .replace("OTHER", other.address()));

        assertThat(report.failure()).isEmpty();
        assertThat(other.tagWrites())
                .containsExactly(
                        "acme/copy:1.2.3",
                        "acme/copy:1.2.3-full",
                        "acme/hello:1.2.3",
                        "acme/hello:1.2.3-full",
                        "acme/copy:latest",
                        "acme/hello:latest");
        for (Descriptor child : hello.index("1.2.3").manifests()) {
            String image = child.digest().toString();
            assertThat(registry.manifest("acme/hello", image)).isPresent();
            assertThat(other.manifest("acme/hello", image)).isPresent();
            assertThat(other.manifest("acme/copy", image)).isPresent();
        }
        assertThat(other.manifest("acme/copy", "1.2.3").map(StoredManifest::digest))
                .contains(hello.digest("1.2.3"));
    }

    @Test
    void onePlatformIsAnImageUnderTheseTags() {
        ReleaseReport report =
                machine("first", "ours").release(yaml.replace("linux/amd64, linux/arm64", "linux/arm64"));

        assertThat(report.failure()).isEmpty();
        assertThat(hello.manifest("latest")).isInstanceOf(ImageManifest.class);
        assertThat(hello.digest("1.2.3")).isEqualTo(hello.digest("latest"));
    }

    @Test
    void aSecondTryElsewhereAdoptsTheImagesOfTheIndex() {
        machine("first", "ours").release(yaml);
        Map<String, String> before = hello.digests();
        registry.forgetRequests();

        ReleaseReport report =
                machine("second", "built again, with other bytes").release(yaml);

        assertThat(report.failure()).isEmpty();
        assertThat(hello.digests()).isEqualTo(before);
        assertThat(registry.tagWrites()).isEmpty();
        assertThat(Machine.how(report))
                .containsEntry("1.2.3", How.ADOPTED)
                .containsEntry("1.2.3-full", How.ADOPTED)
                .containsEntry("latest", How.UNCHANGED);
        assertThat(OciLayout.open(folder.resolve("second/dist/oci")).entries())
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.digest()).hasToString(before.get("1.2.3")));
    }

    @Test
    void aTryThatStoppedHalfWayIsTakenUpElsewhere() {
        machine("first", "ours").release(yaml.replace("\"{{ .Version }}-full\", latest", ""));
        String pushed = hello.digest("1.2.3");

        ReleaseReport report = machine("second", "other bytes").release(yaml + """
                docker_manifests:
                  - name_template: "HOST/acme/all:latest"
                    image_templates: ["HOST/acme/hello:latest"]
                """.replace("HOST", registry.address()));

        assertThat(report.failure()).isEmpty();
        assertThat(hello.digests())
                .containsOnly(Map.entry("1.2.3", pushed), Map.entry("1.2.3-full", pushed), Map.entry("latest", pushed));
        assertThat(registry.manifest("acme/all", "latest").map(StoredManifest::digest))
                .contains(pushed);
    }

    @Test
    void whatOthersMadeOfTheSameRevisionIsUnderEveryName() {
        Manifest theirs = hello.push(
                "1.2.3",
                HelloRepository.indexOf(hello.image("amd64", ElfFiles.AMD64), hello.image("arm64", ElfFiles.ARM64)));

        ReleaseReport report = machine("first", "ours").release(yaml);

        assertThat(report.failure()).isEmpty();
        assertThat(List.of(hello.digest("1.2.3"), hello.digest("1.2.3-full"), hello.digest("latest")))
                .containsOnly(theirs.digest().toString());
        assertThat(Machine.how(report)).containsEntry("1.2.3", How.ADOPTED).containsEntry("1.2.3-full", How.PUSHED);
    }

    @Test
    void refusesAnIndexWithAnImageForAnotherProcessor() {
        Manifest wrong = hello.image("arm64", ElfFiles.AMD64);
        hello.push("1.2.3", HelloRepository.indexOf(hello.image("amd64", ElfFiles.AMD64), wrong));

        ReleaseReport report = machine("first", "ours").release(yaml);

        assertThat(report.failure()).containsInstanceOf(ReleaseException.class);
        assertThat((ReleaseException) report.failure().orElseThrow())
                .hasMessageContaining("acme/hello:1.2.3 holds: of the same revision is " + wrong.digest())
                .extracting(ReleaseException::kind)
                .isEqualTo(FailureKind.BUILD);
        assertThat(report.stoppedIn()).contains("contents");
        assertThat(registry.tagWrites()).isEmpty();
    }

    @Test
    void doesNotJudgeWhatItsEntryWantsNotToBeJudged() {
        Manifest theirs = hello.push(
                "1.2.3",
                HelloRepository.indexOf(hello.image("amd64", ElfFiles.AMD64), hello.image("arm64", ElfFiles.AMD64)));

        ReleaseReport report =
                machine("first", "ours").release(yaml.replace("labels", "verify_platform: false\n    labels"));

        assertThat(report.failure()).isEmpty();
        assertThat(hello.digest("latest")).isEqualTo(theirs.digest().toString());
    }

    @Test
    void aListForDockerNamesOnlyWhatDockerReads() {
        ReleaseReport report = machine("first", "ours").release(docker());

        assertThat(report.failure()).isEmpty();
        assertThat(hello.index("1.2.3").mediaType()).isEqualTo(MediaTypes.DOCKER_LIST);
        assertThat(hello.index("1.2.3").manifests())
                .extracting(Descriptor::mediaType)
                .containsExactly(MediaTypes.DOCKER_MANIFEST, MediaTypes.DOCKER_MANIFEST);
        assertThat(hello.digest("latest")).isEqualTo(hello.digest("1.2.3"));
    }

    @Test
    void aSecondTryElsewhereAdoptsTheListForDocker() {
        machine("first", "ours").release(docker());
        Map<String, String> before = hello.digests();
        registry.forgetRequests();

        ReleaseReport report =
                machine("second", "built again, with other bytes").release(docker());

        assertThat(report.failure()).isEmpty();
        assertThat(hello.digests()).isEqualTo(before);
        assertThat(registry.tagWrites()).isEmpty();
        assertThat(Machine.how(report)).containsEntry("1.2.3", How.ADOPTED).containsEntry("latest", How.UNCHANGED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "annotations: {a: b}| a Docker manifest list has no annotations",
                "platforms: [linux/amd64]| format: docker needs several platforms: with one, the tags hold the image itself",
            })
    void aListForDockerOfWhatIsNoneIsRefused(String key, String message) {
        String refused = docker().replaceFirst(".*" + key.replaceFirst(":.*", "") + ":.*\n", "") + "    " + key + "\n";

        assertThatThrownBy(() -> machine("first", "ours").release(refused))
                .isInstanceOfSatisfying(
                        InvalidConfigurationException.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.location().line() + ": " + problem.message())
                                .contains(lineOf("format:", refused) + ": " + message));
    }

    private static long lineOf(String key, String text) {
        return text.substring(0, text.indexOf(key) + 1).lines().count();
    }

    @Test
    void imagesWithNamesOfTheirOwnHaveNoFormat() {
        String separate = """
                dockers:
                  - image_templates: ["HOST/acme/hello:{{ version }}"]
                    format: docker
                """.replace("HOST", registry.address());

        assertThatThrownBy(() -> machine("first", "ours").release(separate))
                .isInstanceOfSatisfying(
                        InvalidConfigurationException.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(problem -> problem.location() + " " + problem.message())
                                .containsExactly(
                                        ".release.yaml:3:13 format without images: image_templates make no index"));
    }

    private String docker() {
        return yaml + "    format: docker\n";
    }

    @Test
    void otherContentIsRefusedBeforeAnythingIsWritten() {
        machine("first", "ours").release(yaml);
        Map<String, String> before = hello.digests();
        registry.forgetRequests();

        ReleaseReport report = machine("second", "ours").release(yaml.replace("revision: one", "revision: two"));

        assertThat(report.failure().orElseThrow())
                .hasMessageContaining("acme/hello:1.2.3: it holds other content already: " + before.get("1.2.3"));
        assertThat(registry.tagWrites()).isEmpty();
    }

    @Test
    void overwriteReplacesTheIndexAndItsImages() {
        machine("first", "ours").release(yaml);
        String before = hello.digest("1.2.3");

        ReleaseReport report = machine("second", "other").release(yaml, Machine.OVERWRITING);

        assertThat(report.failure()).isEmpty();
        assertThat(Machine.how(report)).containsEntry("1.2.3", How.REPLACED).containsEntry("latest", How.MOVED);
        assertThat(hello.digest("1.2.3")).isNotEqualTo(before).isEqualTo(hello.digest("latest"));
    }

    @Test
    void whatIsNotPushedStaysHere() {
        ReleaseReport report = machine("first", "ours").release(yaml.replace("labels", "skip_push: true\n    labels"));

        assertThat(report.failure()).isEmpty();
        assertThat(report.produced(CombinedIndex.class)).hasSize(3);
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void aSnapshotHasTheDigestThatPushingGives() {
        String fixed = yaml.replace("revision: one", "revision: one, org.opencontainers.image.version: next")
                .replace("{{ .Version }}", "next");
        ReleaseReport snapshot =
                machine("first", "ours").release(fixed, ReleaseOptions.release().asSnapshot());
        assertThat(registry.requests()).isEmpty();

        machine("second", "ours").release(fixed);

        assertThat(snapshot.produced(CombinedIndex.class))
                .hasSize(3)
                .extracting(index -> index.manifest().digest().toString())
                .containsOnly(hello.digest("next"));
    }

    @Test
    void annotationsAreInWhatIsPushed() throws IOException {
        String annotated = yaml.replace("labels", "annotations: {a: '1', 'manifest[linux/arm64]:b': '2'}\n    labels");

        assertThat(machine("first", "ours").release(annotated).failure()).isEmpty();

        ImageIndex index = hello.index("1.2.3");
        assertThat(Json.parse(index.bytes()).path("annotations").path("a").asText())
                .isEqualTo("1");
        assertThat(annotations(index.manifests().getFirst())).isEqualTo("");
        assertThat(annotations(index.manifests().getLast())).isEqualTo("{\"b\":\"2\"}");
    }

    private String annotations(Descriptor image) throws IOException {
        StoredManifest stored =
                registry.manifest("acme/hello", image.digest().toString()).orElseThrow();
        var annotations = Json.parse(stored.bytes()).path("annotations");
        return annotations.isMissingNode() ? "" : Json.text(annotations);
    }

    private Machine machine(String name, String content) {
        return new Machine(folder.resolve(name), content);
    }
}
