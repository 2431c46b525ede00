package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.http.Tunnel;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import dev.jrelease.testkit.registry.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of registries and networks that are not at their best. */
class FaultsTest {
    private final FakeRegistry registry = FakeRegistry.start();
    private final Bench bench = Bench.anonymous();
    private final Repository repository = bench.repository(registry.address() + "/acme/hello");
    private final SampleImage image = SampleImage.oci(1);

    @BeforeEach
    void push() throws IOException {
        image.push(repository);
        repository.writeTag("1.0", image.manifest());
        registry.forgetRequests();
    }

    @Test
    void triesAgainWhenTheRegistryHasAProblem() {
        registry.failNext("GET", "/manifests/1.0", Fault.status(503), 2);

        assertThat(repository.manifest("1.0")).isEqualTo(image.manifest());
        assertThat(bench.pauses()).hasSize(2);
        assertThat(bench.pauses().getFirst()).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1250));
        assertThat(bench.pauses().getLast()).isBetween(Duration.ofSeconds(2), Duration.ofMillis(2500));
    }

    @Test
    void givesUpInTheEnd() {
        registry.failNext("GET", "/manifests/1.0", Fault.status(503).error("UNAVAILABLE", "down for maintenance"), 9);

        assertThatThrownBy(() -> repository.manifest("1.0"))
                .hasMessage("could not read manifest " + repository.name()
                        + ":1.0: HTTP 503: UNAVAILABLE: down for maintenance (5 attempts)");
        assertThat(bench.pauses()).hasSize(4);
    }

    @Test
    void repeatsNothingWhereOneAttemptIsAllowed() throws IOException {
        Repository once = repeating(1);
        registry.failNext("GET", "/manifests/1.0", Fault.status(503), 9);
        registry.failNext("PUT", "/blobs/uploads/", Fault.dropConnection(100_000));
        registry.failNext("GET", "/blobs/", Fault.cutAnswer(100_000));
        SampleImage other = SampleImage.oci(2);

        assertThatThrownBy(() -> once.manifest("1.0")).hasMessageEndingWith("HTTP 503");
        assertThatThrownBy(() -> other.writeBlob(once, other.layer())).hasMessageContaining("broke");
        assertThatThrownBy(() -> once.bytes(image.layer())).hasMessageContaining("broke");
        assertThat(bench.pauses()).isEmpty();
        assertThat(registry.requests().stream().filter(request -> request.path().endsWith("/manifests/1.0")))
                .hasSize(1);
    }

    @Test
    void sendsNothingAgainBecauseAnotherRegistryRefusesTheContent() {
        Repository source = bench.repository(registry.address() + "/acme/source");
        SampleImage other = SampleImage.oci(2);

        for (int status : List.of(404, 413, 416)) {
            registry.failNext("GET", "/acme/source/blobs/", Fault.status(status));
            assertThatThrownBy(() -> repository.writeBlob(other.layer(), () -> source.blob(other.layer())))
                    .hasMessageStartingWith("could not read blob "
                            + other.layer().digest() + " of " + source.name() + ": HTTP " + status);
        }
        assertThat(bench.pauses()).isEmpty();
    }

    @Test
    void repeatsAsOftenAndAsLateAsItIsTold() {
        Repository thrice = repeating(3);
        registry.failNext("GET", "/manifests/1.0", Fault.status(503), 9);

        assertThatThrownBy(() -> thrice.manifest("1.0")).hasMessageEndingWith("HTTP 503 (3 attempts)");
        assertThat(bench.pauses().getFirst()).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(150));
        assertThat(bench.pauses()).hasSize(2).last().isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void waitsWhereARegistryAsksForItAsLongAsItIsToldToWaitAnyway() {
        Fault fault = Fault.status(429).header("Retry-After", "170");
        registry.failNext("GET", "/manifests/1.0", fault);

        assertThat(repeating(2).manifest("1.0")).isEqualTo(image.manifest());
        assertThat(bench.pauses()).containsExactly(Duration.ofSeconds(170));
    }

    private Repository repeating(int attempts) {
        Backoff retry = new Backoff(attempts, Duration.ofMinutes(2), Duration.ofMinutes(3));
        return bench.repository(registry.address() + "/acme/hello", retry);
    }

    @Test
    void waitsAsLongAsTheRegistryAsks() {
        registry.failNext("PUT", "/manifests/2.0", Fault.status(429).header("Retry-After", "7"));

        repository.writeTag("2.0", image.manifest());
        assertThat(bench.pauses()).containsExactly(Duration.ofSeconds(7));
        assertThat(registry.tags("acme/hello")).contains("2.0");
    }

    /** The wait of one request is one of all. */
    @Test
    void looksAgainBeforeATagIsWrittenThatHadToWaitForAnotherRequest() {
        registry.failNext("PUT", "/manifests/2.0", Fault.status(429).header("Retry-After", "7"));
        assertThatThrownBy(() -> repeating(1).writeTag("2.0", image.manifest())).hasMessageEndingWith("HTTP 429");
        List<String> looks = new ArrayList<>();

        repository.writeTag("3.0", image.manifest(), () -> looks.add("waited"));
        repository.writeTag("4.0", image.manifest(), () -> looks.add("did not wait"));

        assertThat(looks).containsExactly("waited");
    }

    @Test
    void waitsUntilTheTimeThatTheRegistryNames() {
        Map<String, String> headers = Map.of("Retry-After", "Wed, 21 Oct 2099 07:28:30 GMT");
        registry.failNext("PUT", "/manifests/2.0", new Fault.Answer(503, headers, ""));

        assertThatThrownBy(() -> repository.writeTag("2.0", image.manifest()))
                .hasMessageContaining("HTTP 503; it asks to wait")
                .hasMessageEndingWith("s, more than the 120 s allowed");
        assertThat(bench.pauses()).isEmpty();
    }

    @Test
    void doesNotWaitForever() {
        registry.failNext("PUT", "/manifests/2.0", Fault.status(429).header("Retry-After", "86400"));

        assertThatThrownBy(() -> repository.writeTag("2.0", image.manifest()))
                .hasMessageEndingWith("HTTP 429; it asks to wait 86400 s, more than the 120 s allowed");
        assertThat(registry.tags("acme/hello")).containsExactly("1.0");
    }

    @Test
    void repeatsTheRegistrysOwnWords() {
        registry.failNext("PUT", "/manifests/2.0", Fault.status(403).error("DENIED", "quota exceeded for repository"));

        assertThatThrownBy(() -> repository.writeTag("2.0", image.manifest()))
                .hasMessage("could not push manifest " + repository.name()
                        + ":2.0: HTTP 403: DENIED: quota exceeded for repository")
                .isInstanceOfSatisfying(
                        ReleaseException.class,
                        failure -> assertThat(failure.hint())
                                .hasValue("there is no login for this registry: docker login " + registry.address()));
        assertThat(bench.pauses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500})
    void speaksOfALoginOnlyWhereTheStatusDoes(int status) {
        registry.failNext("PUT", "/manifests/2.0", Fault.status(status).error("DENIED", "not now"), 100);

        assertThatThrownBy(() -> repository.writeTag("2.0", image.manifest()))
                .isInstanceOfSatisfying(
                        ReleaseException.class,
                        failure -> assertThat(failure.hint().orElseThrow()).doesNotContain("there is no login"));
    }

    @Test
    void tellsALimitOfGhcrFromARefusalAndWaitsForMinutes() {
        List<String> said = bench.announcements();
        registry.failNext("PUT", "/manifests/2.0", Fault.secondaryLimit(), 2);

        repository.writeTag("2.0", image.manifest());
        assertThat(bench.pauses().getFirst()).isBetween(Duration.ofMinutes(1), Duration.ofSeconds(75));
        assertThat(bench.pauses().getLast()).isBetween(Duration.ofMinutes(2), Duration.ofSeconds(150));
        assertThat(said.getFirst())
                .matches("(?s)localhost:[0-9]+: HTTP 403: .*, trying again in [67][0-9] s \\(2 of 5\\)");
    }

    @Test
    void takesARefusalThatNamesATimeForALimit() {
        registry.failNext("PUT", "/manifests/2.0", Fault.status(403).header("Retry-After", "130"));

        repository.writeTag("2.0", image.manifest());
        assertThat(bench.pauses()).containsExactly(Duration.ofSeconds(130));
    }

    @Test
    void asksAgainWhereAnAnswerToHeadCannotSayWhy() {
        registry.failNext("HEAD", "/manifests/1.0", Fault.status(403));
        registry.failNext("GET", "/manifests/1.0", Fault.status(403).error("DENIED", "this repository is private"));

        assertThatThrownBy(() -> repository.resolve("1.0"))
                .hasMessageEndingWith("HTTP 403: DENIED: this repository is private");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 403})
    void asksInAnotherWayWhereHeadAloneIsRefused(int status) throws IOException {
        SampleImage other = SampleImage.oci(2);
        registry.failNext("HEAD", "/", Fault.status(status), 99);

        assertThat(repository.resolve("1.0")).hasValue(image.manifest().descriptor());
        assertThat(repository.hasBlob(image.layer())).isTrue();
        assertThat(repository.hasBlob(other.layer())).isFalse();
        other.writeBlob(repository, other.layer());
        assertThat(repository.bytes(other.layer())).isEqualTo(other.bytes(other.layer()));
        assertThat(bench.pauses()).hasSize(status == 403 ? 0 : 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 404, 405})
    void doesNotMountWhereTheRegistryFailsAtIt(int status) {
        registry.failNext("POST", "/blobs/uploads/", Fault.status(status), 99);

        assertThat(repository.mount(image.layer(), "acme/other")).isFalse();
        assertThat(bench.pauses()).isEmpty();
    }

    @Test
    void waitsWhereARegistryLimitsMounts() {
        registry.failNext("POST", "/blobs/uploads/", Fault.status(429));

        assertThat(repository.mount(image.layer(), "acme/other")).isFalse();
        assertThat(bench.pauses()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html><body>403 Forbidden</body></html>", "Forbidden"})
    void waitsWhereWhatWasAllowedIsRefusedWithoutAReason(String body) {
        registry.failNext("PUT", "/manifests/2.0", Fault.status(403).body(body), 2);

        repository.writeTag("2.0", image.manifest());
        assertThat(bench.pauses()).hasSize(2);
        assertThat(registry.tags("acme/hello")).contains("2.0");
    }

    @Test
    void speaksOfNoLoginWhereTheSameWasAllowedBefore() {
        registry.failNext("PUT", "/manifests/2.0", Fault.status(403), 99);

        assertThatThrownBy(() -> repository.writeTag("2.0", image.manifest()))
                .hasMessageEndingWith("HTTP 403 (5 attempts)")
                .isInstanceOfSatisfying(
                        ReleaseException.class,
                        failure -> assertThat(failure.hint())
                                .hasValue("the registry allowed the same in acme/hello before, and gives no reason:"
                                        + " it may limit how many requests it takes; wait a while"));
    }

    @Test
    void doesNotWaitWhereNothingWasAllowedBefore() {
        try (Bench other = Bench.anonymous()) {
            Repository fresh = other.repository(registry.address() + "/acme/hello");
            assertThat(fresh.resolve("1.0")).isPresent();
            registry.failNext("POST", "/blobs/uploads/", Fault.status(403));

            assertThatThrownBy(fresh::checkPush).hasMessageEndingWith("HTTP 403");
            assertThat(other.pauses()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 308})
    void followsARedirectOfAnUpload(int status) throws IOException {
        SampleImage other = SampleImage.oci(2);
        try (FakeRegistry storage = FakeRegistry.builder().start()) {
            registry.failNext("PUT", "/manifests/2.0", redirect(status, storage, "/v2/acme/hello/manifests/2.0"), 99);
            registry.failNext("POST", "/blobs/uploads/", redirect(status, storage, "/v2/acme/hello/blobs/uploads/"));

            other.writeBlob(repository, other.layer());
            assertThat(storage.blob("acme/hello", other.layer().digest().toString()))
                    .hasValue(other.bytes(other.layer()));
            assertThatThrownBy(() -> repository.writeTag("2.0", image.manifest()))
                    .hasMessageContaining("HTTP 400: MANIFEST_BLOB_UNKNOWN");
        }
    }

    /** The proxy stands for the world: what it joins the client to is not the host, and has no certificate of it. */
    @ParameterizedTest
    @CsvSource({
        "https://my_bucket.invalid/blob, my_bucket.invalid:443",
        "//b_1.my-store.invalid:8443/blob, b_1.my-store.invalid:8443",
        "https://_x.invalid/a/b?c=d_e, _x.invalid:443"
    })
    void followsARedirectToAHostWithAnUnderscore(String location, String host) throws IOException {
        try (FakeRegistry storage = FakeRegistry.builder().selfSigned().start();
                Tunnel tunnel = new Tunnel(storage.port());
                Bench behind = Bench.behind(tunnel.url())) {
            String target = location.startsWith("//") ? "https:" + location : location;
            registry.failNext("GET", "/blobs/", Fault.status(307).header("Location", target), 99);

            assertThatThrownBy(() -> behind.repository(registry.address() + "/acme/hello")
                            .bytes(image.layer()))
                    .hasMessageContaining("certificate");
            assertThat(tunnel.requests()).isNotEmpty().allMatch(line -> line.equals("CONNECT " + host + " HTTP/1.1"));
        }
    }

    private static Fault redirect(int status, FakeRegistry to, String path) {
        return Fault.status(status).header("Location", "http://" + to.address() + path);
    }

    @Test
    void hintsAtRegistriesThatKnowNoOciTypes() {
        Fault fault = Fault.status(400).error("MANIFEST_INVALID", "manifest invalid");
        registry.failNext("PUT", "/manifests/2.0", fault);

        assertThatThrownBy(() -> repository.writeTag("2.0", image.manifest()))
                .hasMessageEndingWith("HTTP 400: MANIFEST_INVALID: manifest invalid")
                .isInstanceOfSatisfying(
                        ReleaseException.class,
                        failure -> assertThat(failure.hint().orElseThrow())
                                .startsWith("the registry may be too old for the OCI media types"));
    }

    @Test
    void sendsABlobAgainWhenTheConnectionBreaksOnTheWay() throws IOException {
        SampleImage other = SampleImage.oci(2);
        registry.failNext("PUT", "/blobs/uploads/", Fault.dropConnection(100_000));

        other.writeBlob(repository, other.layer());
        assertThat(registry.blob("acme/hello", other.layer().digest().toString()))
                .hasValue(other.bytes(other.layer()));
        assertThat(uploadsBegun()).as("it goes on with the same").isEqualTo(1);
        assertThat(bench.pauses()).hasSize(1);
    }

    @Test
    void beginsANewUploadWhenTheRegistryLostTheOldOne() throws IOException {
        SampleImage other = SampleImage.oci(2);
        Fault lost = Fault.status(404).error("BLOB_UPLOAD_UNKNOWN", "no such upload");
        registry.failNext("PUT", "/blobs/uploads/", lost);
        registry.failNext("GET", "/blobs/uploads/", lost);

        other.writeBlob(repository, other.layer());
        assertThat(repository.hasBlob(other.layer())).isTrue();
        assertThat(uploadsBegun()).isEqualTo(2);
    }

    @Test
    void doesNotUploadTwiceWhatHasArrived() throws IOException {
        registry.failNext("PUT", "/blobs/uploads/", Fault.cutAnswer(0));

        image.writeBlob(repository, image.layer());

        assertThat(uploadsBegun()).isEqualTo(1);
        assertThat(registry.requests()).extracting(Request::method).containsSequence("PUT", "HEAD");
    }

    private long uploadsBegun() {
        return registry.requests().stream()
                .map(Request::method)
                .filter("POST"::equals)
                .count();
    }

    @Test
    void doesNotBelieveARegistryThatStoresSomethingElse() {
        registry.failNext("PUT", "/manifests/2.0", Fault.wrongDigest());

        assertThatThrownBy(() -> repository.writeTag("2.0", image.manifest()))
                .hasMessageContaining("the content is " + image.manifest().digest())
                .hasMessageEndingWith("is what the registry says that it stored");
    }

    @Test
    void checksTheContentOfManifests() {
        registry.failNext("GET", "/manifests/1.0", Fault.corruptAnswer());

        assertThatThrownBy(() -> repository.manifest("1.0"))
                .hasMessageEndingWith(image.manifest().digest() + " is what the registry states");
    }

    @Test
    void checksTheContentOfBlobs() {
        registry.failNext("GET", "/blobs/", Fault.corruptAnswer());

        assertThatThrownBy(() -> repository.bytes(image.layer()))
                .hasMessageStartingWith("could not read blob " + image.layer().digest() + " of " + repository.name())
                .hasMessageContaining("its content is sha256:");
    }

    @Test
    void goesOnReadingWhereTheConnectionBroke() throws IOException {
        registry.failNext("GET", "/blobs/", Fault.cutAnswer(100_000), 2);

        assertThat(repository.bytes(image.layer())).isEqualTo(image.bytes(image.layer()));
    }

    @Test
    void saysSoWhenItCannotBeRead() {
        registry.failNext("GET", "/blobs/", Fault.cutAnswer(100), 99);

        assertThatThrownBy(() -> repository.bytes(image.layer()))
                .hasMessageStartingWith("could not read blob")
                .hasMessageContaining("the connection to " + registry.address() + " broke");
    }

    @Test
    void saysThatItTriesAgain() {
        List<String> said = bench.announcements();
        registry.failNext("GET", "/manifests/1.0", Fault.status(503), 2);

        assertThat(repository.manifest("1.0")).isEqualTo(image.manifest());
        assertThat(said)
                .containsExactly(
                        registry.address() + ": HTTP 503, trying again (2 of 5)",
                        registry.address() + ": HTTP 503, trying again (3 of 5)");
    }

    @Test
    void saysThatNobodyAnswers() {
        registry.close();
        try (Bench other = Bench.anonymous()) {
            Repository nobody = other.repository(registry.address() + "/acme/hello");
            assertThatThrownBy(nobody::checkPush)
                    .hasMessage("could not push to " + nobody.name() + ": " + registry.address()
                            + " cannot be reached: connection refused");
            assertThat(other.pauses()).isEmpty();
        }
    }

    @Test
    void waitsForARegistryThatIsBeingRestarted() {
        assertThat(repository.resolve("1.0")).isPresent();
        registry.close();

        assertThatThrownBy(() -> repository.resolve("1.0"))
                .hasMessageEndingWith(registry.address() + " cannot be reached: connection refused (5 attempts)");
    }

    @AfterEach
    void close() {
        bench.close();
        registry.close();
    }
}
