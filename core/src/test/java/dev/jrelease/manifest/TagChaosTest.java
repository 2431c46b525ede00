package dev.jrelease.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.Place;
import dev.jrelease.places.PlacedImage;
import dev.jrelease.publish.HttpClient;
import dev.jrelease.publish.SampleRelease;
import dev.jrelease.publish.WaitTimes;
import dev.jrelease.registry.SkippedTime;
import dev.jrelease.registry.WholeTree;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseEvents;
import dev.jrelease.report.TaskId;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.FakeRegistryBuilder;
import dev.jrelease.testkit.registry.FaultPlan;
import dev.jrelease.testkit.registry.FaultPlan.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Writes several tags of an index to a registry that fails as a seed says. {@code -Dchaos.seeds=1000} tries more of them.
 */
class TagChaosTest {
    private static final List<String> TAGS = List.of("1.0", "1", "latest");
    private static final WaitTimes PATIENCE = new WaitTimes(
            new Backoff(8, Duration.ofMillis(1), Duration.ofMillis(2)), Duration.ZERO, Duration.ZERO, _ -> {});

    static IntStream seeds() {
        int first = Integer.getInteger("chaos.first", 1);
        return IntStream.range(first, first + Integer.getInteger("chaos.seeds", 12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void allTagsAreWrittenOrNone(int seed) {
        Random random = new Random(seed);
        SampleRelease former = SampleRelease.of("1.0.0");
        SampleRelease next = SampleRelease.of("1.1.0");
        FakeRegistryBuilder builder = FakeRegistry.builder();
        try (FakeRegistry registry = (random.nextBoolean() ? builder.tagParameters() : builder).start()) {
            if (random.nextBoolean()) {
                assertThat(write(registry, former, new ArrayList<>())).isEmpty();
            }
            Map<String, Optional<Digest>> before = held(registry);
            registry.follow(FaultPlan.of(random.nextLong())
                    .percent(5 + random.nextInt(30))
                    .inARow(1 + random.nextInt(8))
                    .without(Kind.SILENCE, Kind.STALL));
            List<String> warnings = new ArrayList<>();

            Optional<ReleaseException> failure = write(registry, next, warnings);

            registry.followNoPlan();
            WholeTree.check(registry, "acme/hello");
            held(registry).forEach((tag, digest) -> {
                if (failure.isEmpty()) {
                    assertThat(digest).as(tag).isEqualTo(next.held());
                } else if (warnings.stream().noneMatch(text -> text.matches("put this back yourself: .*[: ]" + tag))) {
                    assertThat(digest).as(tag + " " + warnings).isEqualTo(before.get(tag));
                }
            });
            assertThat(failure.map(ReleaseException::kind)).isIn(Optional.empty(), Optional.of(FailureKind.REGISTRY));

            assertThat(write(registry, next, warnings)).isEmpty();
            assertThat(held(registry).values()).containsOnly(next.held());
        }
    }

    private static Map<String, Optional<Digest>> held(FakeRegistry registry) {
        Map<String, Optional<Digest>> held = new LinkedHashMap<>();
        TAGS.forEach(tag ->
                held.put(tag, registry.manifest("acme/hello", tag).flatMap(found -> Digest.parse(found.digest()))));
        return held;
    }

    private static Optional<ReleaseException> write(
            FakeRegistry registry, SampleRelease release, List<String> warnings) {
        String repository = registry.address() + "/acme/hello";
        FoundContent content = new FoundContent();
        content.add(new PlacedImage("the index", release.source(), release.index(), Optional.empty()));
        ReleaseEvents events = new ReleaseEvents((event, _) -> {
            if (event instanceof ReleaseEvent.Warning warning) {
                warnings.add(warning.message());
            }
        });
        try (HttpClient client = HttpClient.waiting(new SkippedTime())) {
            new TagTransaction(
                            client.open(repository),
                            Access.STRICT,
                            4,
                            PATIENCE,
                            events,
                            new TaskId("manifest", 1, repository, Optional.empty()))
                    .run(
                            release.index(),
                            content,
                            TAGS.stream()
                                    .map(tag -> repository + ":" + tag)
                                    .map(text -> new Place.InRegistry(text, ImageReference.parse(text)))
                                    .toList());
            return Optional.empty();
        } catch (ReleaseException failure) {
            return Optional.of(failure);
        }
    }
}
