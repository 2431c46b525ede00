package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.Platform;
import dev.jrelease.image.TagCheck;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import dev.jrelease.testkit.registry.FaultPlan;
import dev.jrelease.testkit.registry.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that a registry recovers from: what the client waits for, and for how long. */
class BadDayTest {
    private final FakeRegistry registry = FakeRegistry.start();
    private final Bench bench = Bench.impatient();
    private final Repository repository = bench.repository(registry.address() + "/acme/hello");
    private final SampleImage image = SampleImage.oci(1);

    @BeforeEach
    void push() throws IOException {
        image.push(repository);
        repository.writeTag("1.0", image.manifest());
        registry.forgetRequests();
    }

    @AfterEach
    void close() {
        bench.close();
        registry.close();
    }

    @ParameterizedTest
    @EnumSource(FaultPlan.Kind.class)
    void aReleaseComesThroughEveryKindOfFault(FaultPlan.Kind kind) throws IOException {
        registry.follow(FaultPlan.of(1).percent(100).only(kind));
        SampleImage other = SampleImage.oci(2).push(repository);
        ImageIndex index = ImageIndex.of(
                List.of(other.manifest().descriptor().withPlatform(new Platform("linux", "amd64", "", ""))));

        repository.writeTag("2.0", index);

        assertThat(repository.manifest("2.0")).isEqualTo(index);
        assertThat(repository.bytes(other.layer())).isEqualTo(other.bytes(other.layer()));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void aReleaseComesThroughWhateverASeedBrings(long seed) throws IOException {
        registry.follow(FaultPlan.of(seed).percent(60).without(FaultPlan.Kind.SILENCE, FaultPlan.Kind.STALL));
        SampleImage other = SampleImage.oci(seed).push(repository);

        repository.writeTag("2.0", other.manifest());

        registry.followNoPlan();
        assertThat(repository.manifest("2.0")).isEqualTo(other.manifest());
    }

    @Test
    void oneRequestThatIsLimitedLetsTheOthersWait() {
        registry.failNext("GET", "/manifests/1.0", Fault.status(429).header("Retry-After", "30"));
        Repository once = bench.repository(registry.address() + "/acme/hello", once());
        Repository another = bench.repository(registry.address() + "/acme/other", once());

        assertThatThrownBy(() -> once.manifest("1.0")).hasMessageContaining("HTTP 429");
        assertThat(another.resolve("1.0")).isEmpty();
        assertThat(bench.pauses()).containsExactly(Duration.ofSeconds(30));
    }

    private static Backoff once() {
        return new Backoff(1, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void waitsUntilANearTimeThatTheRegistryNames() {
        registry.failNext("PUT", "/manifests/2.0", Fault.busy(503, Duration.ofSeconds(40)));

        repository.writeTag("2.0", image.manifest());
        assertThat(bench.pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofSeconds(38), Duration.ofSeconds(41)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 501})
    void repeatsNothingThatIsRefusedForGood(int status) {
        registry.failNext("GET", "/manifests/1.0", Fault.status(status));

        assertThatThrownBy(() -> repository.manifest("1.0")).hasMessageEndingWith("HTTP " + status);
        assertThat(bench.pauses()).isEmpty();
    }

    @Test
    void waitsForAManifestThatItHasJustWritten() throws IOException {
        SampleImage other = SampleImage.oci(3);
        registry.failNext("PUT", "/manifests/sha256", Fault.lag(2));
        other.push(repository);

        assertThat(repository.manifest(other.manifest().digest())).isEqualTo(other.manifest());
        assertThat(bench.pauses()).hasSize(2);
    }

    @Test
    void doesNotWaitForAManifestThatWasNeverThere() {
        assertThatThrownBy(() -> repository.manifest("0.9")).hasMessageContaining("HTTP 404");
        assertThat(bench.pauses()).isEmpty();
    }

    @Test
    void waitsForPartsOfAManifestThatItHasJustWritten() throws IOException {
        SampleImage other = SampleImage.oci(4);
        registry.failNext("PUT", "/blobs/uploads/", Fault.lag(1), 2);
        registry.failNext("PUT", "/manifests/sha256", Fault.lag(1));

        other.push(repository);
        repository.writeTag("4.0", ImageIndex.of(List.of(other.manifest().descriptor())));

        assertThat(registry.tags("acme/hello")).contains("4.0");
        assertThat(bench.pauses()).isNotEmpty();
    }

    @Test
    void takesARefusalForNoFailureWhereTheTagHoldsTheSame() {
        registry.failNext("PUT", "/manifests/5.0", Fault.loseAnswer());
        registry.failNext("PUT", "/manifests/5.0", Fault.status(400).error("TAG_INVALID", "the tag is immutable"), 9);

        repository.writeTag("5.0", image.manifest());

        assertThat(registry.tagWrites()).containsExactly("acme/hello:5.0");
    }

    @Test
    void givesUpATagThatHoldsSomethingElse() throws IOException {
        SampleImage other = SampleImage.oci(5).push(repository);
        registry.failNext("PUT", "/manifests/1.0", Fault.status(409).error("DENIED", "the tag is immutable"), 9);

        assertThatThrownBy(() -> repository.writeTag("1.0", other.manifest()))
                .hasMessageEndingWith("HTTP 409: DENIED: the tag is immutable");
    }

    @Test
    void writesSeveralTagsWithOneRequest() throws IOException {
        try (FakeRegistry newer = FakeRegistry.builder().tagParameters().start()) {
            Repository there = bench.repository(newer.address() + "/acme/hello");
            image.push(there);
            newer.forgetRequests();

            assertThat(there.writeTags(List.of("1.2.3", "1.2", "latest"), image.manifest(), TagCheck.NONE))
                    .containsExactly("1.2.3", "1.2", "latest");
            assertThat(newer.requests()).extracting(Request::method).containsExactly("PUT");
            assertThat(newer.tags("acme/hello")).containsExactly("1.2", "1.2.3", "latest");
        }
        assertThat(repository.writeTags(List.of("1.2.3", "1.2"), image.manifest(), TagCheck.NONE))
                .isEmpty();
        assertThat(registry.tags("acme/hello")).containsExactly("1.0");
    }

    @Test
    void deletesATagWhereTheRegistryDoes() {
        assertThat(repository.deleteTag("1.0", TagCheck.NONE)).isTrue();
        assertThat(registry.tags("acme/hello")).isEmpty();
        assertThat(repository.deleteTag("1.0", TagCheck.NONE)).as("already").isTrue();
        registry.failNext("DELETE", "/manifests/1.1", Fault.status(405));
        assertThat(repository.deleteTag("1.1", TagCheck.NONE)).isFalse();
    }

    @Test
    void knowsTheSizeOfABlob() {
        assertThat(repository.blobSize(image.layer())).hasValue(image.layer().size());
        assertThat(repository.blobSize(SampleImage.oci(9).layer())).isEmpty();
        registry.failNext("HEAD", "/blobs/", Fault.status(405));
        assertThat(repository.blobSize(image.layer())).hasValue(image.layer().size());
    }
}
