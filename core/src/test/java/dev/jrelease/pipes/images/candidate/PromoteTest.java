package dev.jrelease.pipes.images.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.facts.Candidate;
import dev.jrelease.failure.InvalidConfigurationException;
import dev.jrelease.failure.Problem.Severity;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.Manifest;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipes.images.Machine;
import dev.jrelease.publish.Outcome.LeftOut;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvent.Checked;
import dev.jrelease.report.ReleaseEvent.Message;
import dev.jrelease.report.ReleaseEvent.Verdict;
import dev.jrelease.report.ReleaseEvent.Warning;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import dev.jrelease.testkit.registry.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A registry that keeps a log, and what is wrong with a candidate. */
class PromoteTest extends PromoteContract {
    private static final int EVERY_TIME = 100;

    private final FakeRegistry registry = FakeRegistry.start();
    private final FakeRegistry other = FakeRegistry.start();

    @AfterEach
    void close() {
        registry.close();
        other.close();
    }

    @Override
    String registry() {
        return registry.address();
    }

    @Test
    void noBlobIsReadOrSent() throws Exception {
        bench.candidate(repository, "1.2.3-rc.1");
        registry.forgetRequests();

        bench.promote(yaml());

        assertThat(registry.requests())
                .filteredOn(request ->
                        request.path().contains("/blobs/") && !request.method().equals("HEAD"))
                .as("only the question whether a push is allowed")
                .extracting(Request::method)
                .containsExactlyInAnyOrder("POST", "DELETE");
        String path = "/" + repository.substring(repository.indexOf('/') + 1);
        assertThat(registry.tagWrites())
                .containsExactly(
                        path.substring(1) + ":1.2.3-amd64",
                        path.substring(1) + ":1.2.3-arm64",
                        path.substring(1) + ":1.2.3",
                        path.substring(1) + ":latest");
    }

    @Test
    void blobsOfAnotherRepositoryAreMounted() throws Exception {
        bench.candidate(repository + "/candidates", "1.2.3-rc.1");
        registry.forgetRequests();

        assertThat(bench.promote(candidatesElsewhere()).failure()).isEmpty();

        assertThat(registry.requests())
                .filteredOn(request ->
                        request.method().equals("POST") && request.target().contains("mount="))
                .hasSize(4)
                .extracting(Request::status)
                .containsOnly(201);
        assertThat(registry.requests())
                .noneMatch(request -> request.path().contains("/blobs/")
                        && Set.of("PUT", "PATCH", "GET").contains(request.method()));
    }

    @Test
    void anotherRegistryIsGivenACopy() throws Exception {
        ImageIndex candidate = bench.candidate(repository, "1.2.3-rc.1");
        String elsewhere = repository.replace(registry.address(), other.address());
        String yaml = yaml().replace(
                        "name_template: \"" + repository + ":latest\"",
                        "name_template: \"{{ if not .Prerelease }}" + elsewhere + ":{{ version }}{{ end }}\"");

        ReleaseReport report = bench.promote(yaml);

        assertThat(report.failure()).isEmpty();
        assertThat(bench.held(elsewhere, "1.2.3")).contains(candidate.digest());
        assertThat(bench.open(elsewhere)
                        .manifest(candidate.manifests().getFirst().digest()))
                .isNotNull();
    }

    @Test
    void aCandidateThatWasNotReleasedIsRefused() throws Exception {
        ReleaseReport report = bench.promote(yaml());

        assertThat(report.failure().orElseThrow())
                .hasMessage("could not promote to " + repository + ":1.2.3-amd64: there is nothing under " + repository
                        + ":1.2.3-rc.1-amd64");
        assertThat(report.failure().orElseThrow().getSuppressed()).hasSize(2);
        assertThat(registry.tagWrites()).isEmpty();
    }

    @Test
    void namesOfOneIndexThatDisagreeAreRefused() throws Exception {
        ImageIndex candidate = bench.candidate(repository, "1.2.3-rc.1");
        Manifest written = bench.other(repository, "of others");
        bench.tag(repository, written, "1.2.3-rc.1-full");

        ReleaseReport report = bench.promote(yaml() + full(""));

        assertThat(report.failure().orElseThrow())
                .hasMessage("could not promote to " + repository
                        + ":1.2.3: tags of the candidate hold different content: "
                        + repository + ":1.2.3-rc.1 " + candidate.digest() + ", " + repository + ":1.2.3-rc.1-full "
                        + written.digest());
    }

    @Test
    void indexesThatDifferInTheirAnnotationsAreToldApartByTheirLines() throws Exception {
        ImageIndex candidate = bench.candidate(repository, "1.2.3-rc.1");
        ImageIndex annotated = ImageIndex.of(candidate.manifests(), Map.of("about", "1.2.3-rc.1"));
        bench.tag(repository, annotated, "1.2.3-rc.1-full");

        ReleaseReport report = bench.promote(yaml() + full("    annotations: {about: \"{{ version }}\"}\n"));

        assertThat(report.failure()).isEmpty();
        assertThat(bench.held(repository, "1.2.3-full")).contains(annotated.digest());
        assertThat(bench.held(repository, "1.2.3")).contains(candidate.digest());
    }

    private String full(String more) {
        return "  - name_template: \"" + repository + ":{{ version }}-full\"\n    image_templates: *images\n" + more;
    }

    @Test
    void twoRegistriesThatDisagreeAreRefused() throws Exception {
        ImageIndex candidate = bench.candidate(repository, "1.2.3-rc.1");
        String elsewhere = repository.replace(registry.address(), other.address());
        bench.tag(elsewhere, bench.other(elsewhere, "of others"), "1.2.3-rc.1");

        ReleaseReport report = bench.promote(together(elsewhere));

        assertThat(report.failure().orElseThrow())
                .hasMessageContaining("tags of the candidate hold different content: ")
                .hasMessageContaining(repository + ":1.2.3-rc.1 " + candidate.digest())
                .hasMessageContaining(elsewhere + ":1.2.3-rc.1 sha256:");
        assertThat(registry.tags(repository.substring(repository.indexOf('/') + 1)))
                .doesNotContain("1.2.3");
    }

    @Test
    void aMirrorThatFailsIsLeftOut() throws Exception {
        ImageIndex candidate = bench.candidate(repository, "1.2.3-rc.1");
        String elsewhere = repository.replace(registry.address(), other.address());
        other.failNext(_ -> true, Fault.status(500), EVERY_TIME);

        List<ReleaseEvent> events = new CopyOnWriteArrayList<>();

        ReleaseReport report = bench.heardBy((event, _) -> events.add(event))
                .promote(together(elsewhere) + "registries: [{name: \"" + other.address()
                        + "\", required: false}]\nretry: {attempts: 1}\n");

        assertThat(report.failure()).isEmpty();
        assertThat(report.produced(LeftOut.class)).hasSize(1);
        assertThat(bench.held(repository, "latest")).contains(candidate.digest());
        assertThat(events)
                .filteredOn(Warning.class::isInstance)
                .map(event -> ((Warning) event).message().replaceFirst(":.*", ""))
                .containsExactly("left out from here on");
        assertThat(events)
                .filteredOn(Checked.class::isInstance)
                .map(Checked.class::cast)
                .filteredOn(checked -> checked.what().equals("candidate " + elsewhere + ":1.2.3-rc.1"))
                .extracting(Checked::verdict)
                .containsOnly(Verdict.DOUBTFUL);
    }

    @Test
    void aRegistryThatWasAddedSinceIsNotSaidToHaveTheCandidate() throws Exception {
        ImageIndex candidate = bench.candidate(repository, "1.2.3-rc.1");
        String elsewhere = repository.replace(registry.address(), other.address());
        List<ReleaseEvent> events = new CopyOnWriteArrayList<>();

        ReleaseReport report = bench.heardBy((event, _) -> events.add(event)).promote(together(elsewhere));

        assertThat(report.failure()).isEmpty();
        assertThat(bench.held(elsewhere, "1.2.3")).contains(candidate.digest());
        assertThat(events)
                .filteredOn(Checked.class::isInstance)
                .map(Checked.class::cast)
                .filteredOn(checked -> checked.what().startsWith("candidate "))
                .extracting(Checked::found)
                .containsExactly("is there as " + repository + ":1.2.3-rc.1: " + candidate.digest());
        assertThat(events)
                .filteredOn(Message.class::isInstance)
                .map(Message.class::cast)
                .filteredOn(message -> message.text().equals("holds " + candidate.digest()))
                .extracting(message -> message.task().title())
                .containsExactly(repository + ":1.2.3-rc.1");
    }

    /** Images without names of their own, in an index that two registries have. */
    private String together(String elsewhere) {
        return """
                dockers_v2:
                  - id: hello
                    images: ["FIRST", "SECOND"]
                    tags: ["{{ .Version }}", latest]
                    platforms: [linux/amd64, linux/arm64]
                """.replace("FIRST", repository).replace("SECOND", elsewhere);
    }

    @Test
    void anImageThatOnlyTheIndexOfTheCandidateHasIsFoundThere() throws Exception {
        ImageIndex candidate = bench.candidate(repository, "1.2.3-rc.1");
        String yaml = yaml().replace(":{{ version }}-", ":{{ if .Prerelease }}test{{ else }}{{ version }}{{ end }}-");

        ReleaseReport report = bench.promote(yaml);

        assertThat(report.failure()).isEmpty();
        assertThat(bench.held(repository, "1.2.3-amd64"))
                .contains(candidate.manifests().getFirst().digest());
    }

    @Test
    void anImageThatTheCandidateDoesNotPushIsAnErrorOfItsEntry() {
        assertThat(errors("""
                dockers:
                  - id: hello
                    image_templates: ["REPOSITORY:{{ version }}"]
                    skip_push: auto
                """.replace("REPOSITORY", repository)))
                .containsExactly(
                        ".release.yaml:2:5: the candidate 1.2.3-rc.1 does not push the image hello linux/amd64");
    }

    @Test
    void anIndexThatTheCandidateLeavesOutIsAnErrorOfItsLine() {
        assertThat(errors(yaml()
                        + full("    skip_push: auto\n    annotations: {about: this}\n")
                                .replace("*images", "[\"" + repository + ":{{ version }}-amd64\"]")))
                .containsExactly(
                        ".release.yaml:11:21: the candidate 1.2.3-rc.1 has no index for " + repository + ":1.2.3-full");
    }

    @Test
    void anImageThatTheCandidateLeavesOutIsAnErrorOfItsEntry() {
        assertThat(errors(yaml().replace(
                                "docker_manifests:",
                                "  - id: debug\n    if: \"{{ not .Prerelease }}\"\n    image_templates: [\""
                                        + repository + ":{{ version }}-debug\"]\ndocker_manifests:")))
                .containsExactly(".release.yaml:6:5: the candidate 1.2.3-rc.1 has no image debug linux/amd64");
    }

    @Test
    void whatOnlyFloatingTagsOfTheCandidateNameIsAnErrorOfItsEntry() {
        assertThat(errors("""
                dockers:
                  - id: hello
                    image_templates: ["REPOSITORY:{{ if .Prerelease }}next{{ else }}{{ version }}{{ end }}"]
                """.replace("REPOSITORY", repository)))
                .containsExactly(".release.yaml:2:5: the candidate 1.2.3-rc.1 has floating tags only for the image"
                        + " hello linux/amd64: they may hold something else by now");
    }

    private List<String> errors(String yaml) {
        List<String> errors = new ArrayList<>();
        assertThatThrownBy(() -> bench.promote(yaml))
                .isInstanceOfSatisfying(
                        InvalidConfigurationException.class,
                        invalid -> invalid.problems().stream()
                                .filter(problem -> problem.severity() == Severity.ERROR)
                                .map(problem -> problem.location() + ": " + problem.message())
                                .forEach(errors::add));
        assertThat(registry.requests()).isEmpty();
        return errors;
    }

    @Test
    void theCommitOfTheCandidateNamesIt() throws Exception {
        String commit = bench.workspace().git("rev-parse", "v1.2.3-rc.1").strip();
        bench.workspace().commit("Notes").git("tag", "--force", "v1.2.3");
        Manifest candidate = bench.index(repository);
        bench.tag(repository, candidate, "at-" + commit);
        String yaml = together(repository + "2")
                .replace(
                        "tags: [\"{{ .Version }}\"",
                        "tags: [\"at-{{ .FullCommit }}\", \"{{ if not .Prerelease }}{{ .Version }}{{ end }}\"");

        ReleaseReport report = bench.promote(yaml, ReleaseOptions.release(), new Candidate("1.2.3-rc.1", true));

        assertThat(report.failure()).isEmpty();
        assertThat(bench.held(repository, "1.2.3")).contains(candidate.digest());
        assertThat(Machine.how(report)).containsEntry("latest", How.PUSHED);
    }
}
