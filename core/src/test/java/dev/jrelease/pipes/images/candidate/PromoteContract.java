package dev.jrelease.pipes.images.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.json.Json;
import dev.jrelease.pipes.images.Machine;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.registry.Repository;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a candidate that is promoted, on whatever registry. */
@SuppressWarnings("NullAway.Init")
abstract class PromoteContract {
    private static final String YAML = """
            project_name: hello
            dockers:
              - id: hello
                platforms: [linux/amd64, linux/arm64]
                image_templates: ["REPOSITORY:{{ version }}-{{ arch }}"]
            docker_manifests:
              - name_template: "REPOSITORY:{{ version }}"
                image_templates: &images ["REPOSITORY:{{ version }}-amd64", "REPOSITORY:{{ version }}-arm64"]
              - name_template: "REPOSITORY:latest"
                image_templates: *images
            """;

    PromoteBench bench;
    String repository;

    /** The host and port of the registry under test. */
    abstract String registry();

    @BeforeEach
    void begin(@TempDir Path folder, TestInfo test) throws InterruptedException {
        bench = new PromoteBench(folder.resolve("work"));
        repository = registry() + "/"
                + test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT)
                + Integer.toHexString(test.getDisplayName().hashCode()) + "/hello";
    }

    @AfterEach
    void end() {
        bench.close();
    }

    String yaml() {
        return YAML.replace("REPOSITORY", repository);
    }

    @Test
    void theTagsOfTheReleaseHoldWhatThoseOfTheCandidateHold() throws Exception {
        ImageIndex candidate = bench.candidate(repository, "1.2.3-rc.1");

        ReleaseReport report = bench.promote(yaml());

        assertThat(report.failure()).isEmpty();
        assertThat(bench.held(repository, "1.2.3")).contains(candidate.digest());
        assertThat(bench.held(repository, "latest")).contains(candidate.digest());
        assertThat(bench.held(repository, "1.2.3-arm64"))
                .contains(candidate.manifests().getLast().digest());
        assertThat(bench.held(repository, "1.2.3-rc.1")).contains(candidate.digest());
        assertThat(Machine.how(report).values()).containsOnly(How.PUSHED);
    }

    @Test
    void promotingAgainFindsEverythingDone() throws Exception {
        bench.candidate(repository, "1.2.3-rc.1");
        bench.promote(yaml());

        assertThat(Machine.how(bench.promote(yaml())).values()).containsOnly(How.UNCHANGED);
    }

    @Test
    void otherContentUnderTheVersionIsRefused() throws Exception {
        ImageIndex candidate = bench.candidate(repository, "1.2.3-rc.1");
        Manifest other = bench.other(repository, "1.2.3");
        bench.tag(repository, other, "1.2.3");

        ReleaseReport report = bench.promote(yaml());

        assertThat(report.failure().orElseThrow())
                .hasMessage("could not write the tag " + repository + ":1.2.3: it holds other content already: "
                        + other.digest() + ", this release has " + candidate.digest());
        assertThat(bench.held(repository, "1.2.3-amd64")).isEmpty();
        assertThat(bench.held(repository, "latest")).isEmpty();
    }

    @Test
    void floatingTagsMoveForwardOnly() throws Exception {
        bench.candidate(repository, "1.2.3-rc.1");
        Manifest newer = bench.other(repository, "1.3.0");
        bench.tag(repository, newer, "latest");

        assertThat(Machine.how(bench.promote(yaml())))
                .containsEntry("1.2.3", How.PUSHED)
                .containsEntry("latest", How.KEPT);
        assertThat(bench.held(repository, "latest")).contains(newer.digest());
    }

    /** An error that nothing catches is what a process sees that is killed. */
    @ParameterizedTest
    @ValueSource(strings = {"holds 2 images and 1 index", "1.2.3-amd64 pushed", "1.2.3 pushed", "latest pushed"})
    void whatWasKilledIsFinishedByPromotingAgain(String moment) throws Exception {
        ImageIndex candidate = bench.candidate(repository, "1.2.3-rc.1");
        bench.heardBy((event, _) -> {
            if (event instanceof ReleaseEvent.Message(var task, String text)
                    && (task.title() + " " + text).contains(moment)) {
                throw new AssertionError("killed");
            }
        });
        assertThat(bench.promote(yaml()).failure()).containsInstanceOf(AssertionError.class);

        ReleaseReport report = bench.heardBy((_, _) -> {}).promote(yaml());

        assertThat(report.failure()).isEmpty();
        assertThat(Machine.how(report)).containsEntry("1.2.3", How.PUSHED);
        assertThat(bench.held(repository, "1.2.3")).contains(candidate.digest());
        assertThat(bench.held(repository, "latest")).contains(candidate.digest());
    }

    @Test
    void aRepositoryOfTheSameRegistryMountsWhatIsInTheCandidates() throws Exception {
        ImageIndex candidate = bench.candidate(repository + "/candidates", "1.2.3-rc.1");
        signed(candidate);

        ReleaseReport report = bench.promote(candidatesElsewhere());

        assertThat(report.failure()).isEmpty();
        assertThat(bench.held(repository, "1.2.3")).contains(candidate.digest());
        assertThat(bench.open(repository).referrers(candidate.digest())).hasSize(1);
        assertThat(bench.held(repository, candidate.digest().asTag() + ".sig")).isPresent();
    }

    @Test
    void aSignatureThatIsThereAlreadyStays() throws Exception {
        ImageIndex candidate = bench.candidate(repository + "/candidates", "1.2.3-rc.1");
        signed(candidate);
        Manifest theirs = bench.other(repository, "of others");
        String tag = candidate.digest().asTag() + ".sig";
        bench.tag(repository, theirs, tag);

        assertThat(bench.promote(candidatesElsewhere()).failure()).isEmpty();

        assertThat(bench.held(repository, tag)).contains(theirs.digest());
    }

    /** Prereleases are in a repository of their own. */
    String candidatesElsewhere() {
        return yaml().replace(
                        repository + ":{{ version }}",
                        repository + "{{ if .Prerelease }}/candidates{{ end }}:{{ version }}");
    }

    private void signed(ImageIndex candidate) {
        String there = repository + "/candidates";
        Repository place = bench.open(there);
        Descriptor empty = bench.blob(there, "application/vnd.oci.empty.v1+json", PromoteBench.bytes("{}"));
        var manifest = Json.object().put("schemaVersion", 2).put("mediaType", MediaTypes.OCI_MANIFEST);
        manifest.put("artifactType", "text/signature");
        manifest.set("config", empty.write());
        manifest.putArray("layers").add(empty.write());
        manifest.set("subject", candidate.descriptor().write());
        Manifest signature = Manifest.read(MediaTypes.OCI_MANIFEST, Json.bytes(manifest));
        place.writeManifest(signature);
        if (place.referrers(candidate.digest()).isEmpty()) {
            place.writeTag(candidate.digest().asTag(), ImageIndex.of(List.of(signature.descriptor())));
        }
        ImageManifest cosign = ImageManifest.of(
                bench.blob(there, MediaTypes.OCI_CONFIG, PromoteBench.bytes("{}")),
                List.of(bench.blob(there, "text/plain", PromoteBench.bytes("a signature"))));
        bench.tag(there, cosign, candidate.digest().asTag() + ".sig");
    }
}
