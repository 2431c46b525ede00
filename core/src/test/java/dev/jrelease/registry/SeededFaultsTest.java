package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.concurrent.Parallel;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.FakeRegistryBuilder;
import dev.jrelease.testkit.registry.FaultPlan;
import dev.jrelease.testkit.registry.FaultPlan.Kind;
import dev.jrelease.testkit.registry.Login;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several images that are pushed at once to a registry where a fifth of the requests meets with some fault. */
class SeededFaultsTest {
    private static final int SEEDS = 24;
    private static final int IMAGES = 4;
    /** Each request of an upload may fail twice, and the upload counts all of them. */
    private static final Backoff PATIENT = new Backoff(12, Duration.ofSeconds(1), Duration.ofSeconds(10));

    private final Path home;

    SeededFaultsTest(@TempDir Path home) {
        this.home = home;
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, SEEDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everythingArrivesInTheEnd(long seed) throws Exception {
        try (FakeRegistry registry = registry(seed);
                Bench bench = Bench.loggedIn(home, registry.address(), "anna", "secret")) {
            registry.follow(FaultPlan.of(seed).percent(20).without(Kind.SILENCE, Kind.STALL));
            Repository repository = bench.repository(registry.address() + "/acme/hello", PATIENT);

            List<SampleImage> images = Parallel.run(IMAGES, pushes(seed, repository));
            ImageIndex index = ImageIndex.of(
                    images.stream().map(image -> image.manifest().descriptor()).toList());
            repository.writeTag("1.0", index);

            assertThat(registry.manifest("acme/hello", "1.0").orElseThrow().bytes())
                    .isEqualTo(index.bytes());
            for (SampleImage image : images) {
                assertThat(registry.blob("acme/hello", image.layer().digest().toString()))
                        .hasValue(image.bytes(image.layer()));
            }
        }
    }

    /** Every third one stands behind a proxy that limits the size of requests. */
    private static FakeRegistry registry(long seed) {
        FakeRegistryBuilder builder = FakeRegistry.builder().login(Login.token("anna", "secret"));
        return seed % 3 == 0 ? builder.largestUpload(120_000).start() : builder.start();
    }

    private static List<Callable<SampleImage>> pushes(long seed, Repository repository) {
        return IntStream.range(0, IMAGES)
                .<Callable<SampleImage>>mapToObj(
                        number -> () -> SampleImage.oci(seed * IMAGES + number).push(repository))
                .toList();
    }
}
