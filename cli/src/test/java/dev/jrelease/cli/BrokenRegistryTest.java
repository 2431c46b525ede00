package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.registry.Fault;
import dev.jrelease.testkit.registry.HeldRequest;
import dev.jrelease.testkit.registry.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong at a registry: no floating tag has moved, and it is said what is where. */
@SuppressWarnings("NullAway.Init")
class BrokenRegistryTest {
    private static final int EVERY_TIME = 100;

    private Bench bench;

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws InterruptedException {
        bench = Bench.hello(folder);
    }

    @AfterEach
    void close() {
        assertThat(bench.engine().imageIds()).isEmpty();
        bench.close();
    }

    private Outcome release() {
        return bench.jrelease().run("release");
    }

    private void assertRefused(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(ExitCode.REGISTRY.code());
        assertThat(outcome.out()).endsWith("no floating tag has moved\n");
        assertThat(bench.registry().tags("acme/hello")).doesNotContain("latest");
    }

    @Test
    void aTagThatIsDeniedStopsTheReleaseBeforeTheFloatingTags() {
        Fault denied = Fault.status(403).error("DENIED", "the tag is locked");
        bench.registry().failNext("PUT", "manifests/1\\.2\\.3$", denied);

        Outcome outcome = release();

        assertRefused(outcome);
        assertThat(outcome.digests().keySet()).containsExactly(name("1.2.3-amd64"), name("1.2.3-arm64"));
        assertThat(outcome.err()).contains(name("1.2.3") + ": ").contains("the tag is locked");
        assertThat(bench.registry().tagWrites()).containsExactly("acme/hello:1.2.3-amd64", "acme/hello:1.2.3-arm64");
    }

    @Test
    void aTagThatTakesItsTimeIsWaitedForBeforeAnIndexNamesIt() throws Exception {
        HeldRequest tagging = bench.registry().holdNext("PUT", "manifests/1\\.2\\.3-amd64$");
        FutureTask<Outcome> release = new FutureTask<>(this::release);
        Thread.ofPlatform().start(release);
        assertThat(tagging.awaitArrival(Duration.ofMinutes(1))).isTrue();

        tagging.release();

        assertThat(release.get().code()).as(release.get().toString()).isZero();
        assertThat(bench.registry().tagWrites())
                .containsExactly(
                        "acme/hello:1.2.3-amd64", "acme/hello:1.2.3-arm64", "acme/hello:1.2.3", "acme/hello:latest");
    }

    @Test
    void aRequestIsRepeatedAsOftenAsTheConfigurationSays() throws Exception {
        String hello = Files.readString(Path.of("src/test/scenarios/release/.release.yaml"));
        bench.configured(hello + "retry: {attempts: 1, delay: 1h}\n");
        bench.registry().failNext("PUT", "manifests/1\\.2\\.3-amd64$", Fault.status(503));

        Outcome once = release();

        assertRefused(once);
        assertThat(once.err()).contains(name("1.2.3-amd64") + ": HTTP 503\n");

        bench.configured(hello + "retry: {attempts: 2, delay: 1ms}\n");
        bench.registry().failNext("PUT", "manifests/1\\.2\\.3-amd64$", Fault.status(503));

        Outcome twice = bench.jrelease().run("release", "--clean");

        assertThat(twice.code()).as(twice.toString()).isZero();
    }

    @Test
    void whatWasCutShortIsFinishedByASecondTry() {
        bench.registry()
                .failNext("PUT", "manifests/1\\.2\\.3$", Fault.status(403).error("DENIED", "the tag is locked"));
        assertRefused(release());
        bench.registry().forgetRequests();

        Outcome second = release();

        assertThat(second.code()).as(second.toString()).isZero();
        assertThat(second.out()).contains("was there").contains("pushed");
        assertThat(bench.registry().tagWrites()).containsExactly("acme/hello:1.2.3", "acme/hello:latest");
    }

    @Test
    void whatARegistryWantsPeopleToKnowIsSaid() {
        Fault warning = Fault.remark("Warning", "299 - \"This registry will be removed soon.\"");
        bench.registry().failNext("PUT", "manifests/", warning, EVERY_TIME);

        Outcome outcome = release();

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.err())
                .containsOnlyOnce(
                        "    " + bench.registry().address() + "  warning: This registry will be removed soon.\n");
    }

    @Test
    void aServerThatFailsIsAskedAgainAndThatIsSaid() {
        Fault busy = Fault.status(503).header("Retry-After", "0");
        bench.registry().failNext("PUT", "manifests/1\\.2\\.3$", busy, 2);

        Outcome outcome = release();

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(outcome.err())
                .contains(
                        "    " + bench.registry().address() + ": HTTP 503, trying again (2 of 5)\n",
                        "    " + bench.registry().address() + ": HTTP 503, trying again (3 of 5)\n");
    }

    /** All attempts of one request are enough to know that. */
    @ParameterizedTest
    @ValueSource(ints = {500, 503, 504})
    void aServerThatAlwaysFailsIsGivenUpBeforeTheBuildsWithOneRequest(int status) {
        Fault failing = Fault.status(status).header("Retry-After", "0");
        bench.registry().failNext(request -> true, failing, EVERY_TIME);

        Outcome outcome = release();

        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(ExitCode.REGISTRY.code());
        assertThat(outcome.err()).containsOnlyOnce("HTTP " + status + " (5 attempts)");
        assertThat(bench.registry().requests())
                .extracting(Request::target)
                .containsOnly("/v2/", "/v2/acme/hello/manifests/1.2.3-amd64");
    }

    @Test
    void onlyWhatIsReadBackCounts() {
        bench.registry()
                .failNext(
                        request -> request.path().endsWith("/manifests/1.2.3")
                                && bench.registry().tagWrites().contains("acme/hello:1.2.3"),
                        Fault.status(404),
                        EVERY_TIME);

        Outcome outcome = release();

        assertRefused(outcome);
        assertThat(outcome.err())
                .contains("could not read back " + name("1.2.3"))
                .contains("it holds nothing");
    }

    @Test
    void aFloatingTagThatFailsIsNamed() {
        bench.registry().failNext("PUT", "manifests/latest$", Fault.status(403).error("DENIED", "the tag is locked"));

        Outcome outcome = release();

        assertThat(outcome.code()).isEqualTo(ExitCode.REGISTRY.code());
        assertThat(outcome.out()).endsWith("no floating tag has moved\n");
        assertThat(outcome.err()).contains(name("latest") + ": ").contains("the tag is locked");
        assertThat(outcome.digests()).containsOnlyKeys(name("1.2.3-amd64"), name("1.2.3-arm64"), name("1.2.3"));
    }

    @Test
    void floatingTagsThatHaveMovedAreTakenBack() throws Exception {
        bench.configured(withFloatingTags("v1", "latest", "stable"));
        bench.registry().failNext("PUT", "manifests/latest$", Fault.status(403).error("DENIED", "the tag is locked"));

        Outcome outcome = release();

        assertThat(outcome.out()).endsWith("no floating tag has moved: those that had were taken back\n");
        assertThat(bench.registry().tags("acme/hello")).doesNotContain("v1", "stable", "latest");
    }

    @Test
    void aFailureAfterTheFloatingTagsDoesNotDenyThatTheyMoved() throws Exception {
        bench.configured(withFloatingTags("v1", "latest") + "docker_digest: {name_template: \"digests/here.txt\"}\n");
        HeldRequest moving = bench.registry().holdNext("PUT", "manifests/latest$");
        FutureTask<Outcome> release = new FutureTask<>(this::release);
        Thread.ofPlatform().start(release);
        assertThat(moving.awaitArrival(Duration.ofMinutes(1))).isTrue();
        Files.writeString(bench.workspace().folder().resolve("dist/digests"), "in the way");

        moving.release();

        assertThat(release.get().code()).isEqualTo(ExitCode.ENVIRONMENT.code());
        assertThat(release.get().err()).contains("could not write dist/digests/here.txt");
        assertThat(release.get().out()).endsWith("all floating tags name this release\n");
        assertThat(bench.registry().tags("acme/hello")).contains("v1", "latest");
    }

    private static String withFloatingTags(String... tags) throws IOException {
        String hello = Files.readString(Path.of("src/test/scenarios/release/.release.yaml"));
        String latest = hello.substring(hello.lastIndexOf("  - name_template"));
        return hello.replace(latest, "")
                + Stream.of(tags)
                        .map(tag -> latest.replace(":latest", ":" + tag))
                        .collect(Collectors.joining());
    }

    @Test
    void whoeverMayNotPushIsToldBeforeAnythingIsBuilt() {
        bench.registry().failNext("POST", "blobs/uploads", Fault.status(403).error("DENIED", "read only"));

        Outcome outcome = release();

        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(ExitCode.REGISTRY.code());
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("read only");
        assertThat(bench.engine().requests()).noneMatch(request -> request.startsWith("POST /build"));
    }

    @Test
    void aTagThatSomeoneElseWritesMeanwhileIsNotTouched() throws Exception {
        HeldRequest pushing = bench.registry().holdNext("PUT", "manifests/sha256");
        FutureTask<Outcome> release = new FutureTask<>(this::release);
        Thread.ofPlatform().start(release);
        assertThat(pushing.awaitArrival(Duration.ofMinutes(1))).isTrue();
        String theirs = PushedImage.add(bench.registry(), "acme/hello", "1.2.3-arm64", "arm64", new byte[1024])
                .path("digest")
                .asText();

        pushing.release();

        assertRefused(release.get());
        assertThat(release.get().err()).contains("it holds other content already: " + theirs);
        assertThat(bench.registry()
                        .manifest("acme/hello", "1.2.3-arm64")
                        .orElseThrow()
                        .digest())
                .isEqualTo(theirs);
    }

    private String name(String tag) {
        return bench.registry().address() + "/acme/hello:" + tag;
    }
}
