package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.registry.WholeTree;
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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Releases of one version after the other at registries that fail as a seed says, by processes some of which are killed, and rolls some of them back.
 * {@code -Dchaos.seeds=1000} tries more of them, as {@code make chaos} does.
 */
class ChaosTest {
    private static final List<String> FLOATING = List.of("latest", "1", "stable");
    private static final int VERSIONS = 4;
    private static final WaitTimes PATIENCE = new WaitTimes(
            new Backoff(8, Duration.ofMillis(1), Duration.ofMillis(2)), Duration.ZERO, Duration.ZERO, _ -> {});

    static IntStream seeds() {
        int first = Integer.getInteger("chaos.first", 1);
        return IntStream.range(first, first + Integer.getInteger("chaos.seeds", 24));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyTagHoldsTheOldOrTheNewWholeTree(int seed) {
        Random random = new Random(seed);
        FakeRegistryBuilder builder = FakeRegistry.builder();
        try (HttpRegistry at = HttpRegistry.of((random.nextBoolean() ? builder.tagParameters() : builder).start())) {
            LedgerInMemory ledger = new LedgerInMemory();
            Map<String, Optional<Digest>> held = held(at);
            List<SampleRelease> unfinished = new ArrayList<>();
            for (int minor = 0; minor < VERSIONS; minor++) {
                SampleRelease release = SampleRelease.of("1." + minor + ".0");
                at.registry().follow(faults(random));
                Optional<Outcome> outcome = unlessKilled(at, release, ledger, random);

                check(at, held, unfinished, release, outcome);

                at.registry().followNoPlan();
                boolean goesOnWithTheNext = minor + 1 < VERSIONS && random.nextInt(3) == 0;
                if (goesOnWithTheNext && outcome.isEmpty()) {
                    unfinished.add(release);
                    if (held(at).values().stream().allMatch(release.held()::equals)) {
                        // Killed when it had moved all: it counts as finished.
                        held = held(at);
                        unfinished.clear();
                    }
                } else {
                    boolean elsewhere = random.nextInt(4) == 0;
                    finish(at, release, elsewhere ? new LedgerInMemory() : ledger);
                    if (!elsewhere && random.nextInt(3) == 0) {
                        rollBack(at, held, release, ledger, random);
                        finish(at, release, ledger);
                    }
                    held = held(at);
                    unfinished.clear();
                }
            }
        }
    }

    private static void finish(HttpRegistry at, SampleRelease release, LedgerInMemory ledger) {
        Outcome finished = publish(at, release, ledger);
        assertThat(finished.failure()).isEmpty();
        assertThat(held(at).values()).as("after " + finished).containsOnly(release.held());
    }

    /** @param before what the tags held before the release, and before those that were killed */
    private static void rollBack(
            HttpRegistry at,
            Map<String, Optional<Digest>> before,
            SampleRelease release,
            LedgerInMemory ledger,
            Random random) {
        String noted = ledger.text();
        at.registry().follow(faults(random));
        ledger.killAt(random.nextInt(2) == 0 ? 1 + random.nextInt(6) : Integer.MAX_VALUE);
        try {
            rollback(at, ledger).run();
        } catch (ReleaseException | LedgerInMemory.Killed stopped) {
            // What became of the tags is looked at.
        }
        ledger.killAt(Integer.MAX_VALUE);
        at.registry().followNoPlan();
        WholeTree.check(at.registry(), "acme/hello");
        held(at).forEach((tag, digest) ->
                assertThat(digest).as(tag + " " + noted + ledger.text()).isIn(before.get(tag), release.held()));

        assertThat(rollback(at, ledger).run().failure()).isEmpty();
        assertThat(held(at)).isEqualTo(before);
    }

    private static Rollback rollback(HttpRegistry at, LedgerStore ledger) {
        return new Rollback(Ledger.open(ledger), _ -> at.open("hello"), _ -> false);
    }

    /** Sometimes a request fails no more often than it is repeated, sometimes for good. */
    private static FaultPlan faults(Random random) {
        return FaultPlan.of(random.nextLong())
                .percent(5 + random.nextInt(30))
                .inARow(1 + random.nextInt(8))
                .without(Kind.SILENCE, Kind.STALL);
    }

    private static Optional<Outcome> unlessKilled(
            HttpRegistry at, SampleRelease release, LedgerInMemory ledger, Random random) {
        ledger.killAt(random.nextInt(3) == 0 ? 1 + random.nextInt(25) : Integer.MAX_VALUE);
        try {
            return Optional.of(publish(at, release, ledger));
        } catch (LedgerInMemory.Killed killed) {
            return Optional.empty();
        } finally {
            ledger.killAt(Integer.MAX_VALUE);
        }
    }

    /**
     *
     * @param before what the tags held before the releases that were killed
     * @param unfinished those releases
     * @param outcome of a command that returned; absent if it was killed
     */
    private static void check(
            HttpRegistry at,
            Map<String, Optional<Digest>> before,
            List<SampleRelease> unfinished,
            SampleRelease release,
            Optional<Outcome> outcome) {
        WholeTree.check(at.registry(), "acme/hello");
        Map<String, Optional<Digest>> now = held(at);
        now.forEach((tag, digest) -> assertThat(digest)
                .as(tag)
                .isIn(Stream.concat(
                                unfinished.stream().map(SampleRelease::held),
                                Stream.of(before.get(tag), release.held()))
                        .toList()));
        outcome.ifPresent(returned -> {
            Stream<Boolean> moved = now.entrySet().stream()
                    .filter(tag -> returned.commands().stream()
                            .noneMatch(command -> command.text().matches(".*[: ]" + tag.getKey())))
                    .filter(tag -> returned.results().stream()
                            .noneMatch(result -> result.how() == How.FAILED
                                    && result.tag().name().equals(tag.getKey())))
                    .map(tag -> !tag.getValue().equals(before.get(tag.getKey())));
            assertThat(moved.distinct())
                    .as("all have moved, or none: " + returned)
                    .hasSizeLessThan(2);
        });
    }

    /** What the floating tags hold. */
    private static Map<String, Optional<Digest>> held(HttpRegistry at) {
        Map<String, Optional<Digest>> held = new LinkedHashMap<>();
        for (String tag : FLOATING) {
            held.put(
                    tag,
                    at.registry().manifest("acme/hello", tag).flatMap(manifest -> Digest.parse(manifest.digest())));
        }
        return held;
    }

    private static Outcome publish(HttpRegistry at, SampleRelease release, LedgerStore ledger) {
        List<Wanted> tags = Stream.concat(Stream.of(release.version()), FLOATING.stream())
                .map(tag -> wanted(at.name("hello") + ":" + tag, release))
                .toList();
        Destination hello = new Destination(
                at.open("hello"), tags.getFirst().tag().reference(), Access.STRICT, true, tags, List.of());
        return new Transaction(
                        Publication.of("hello", release.version(), release.source(), List.of(hello)),
                        new TransactionOptions(false, false, 4, PATIENCE),
                        Ledger.open(ledger),
                        Attachment.none(),
                        _ -> {})
                .run();
    }

    private static Wanted wanted(String text, SampleRelease release) {
        Moves moves = FLOATING.contains(text.substring(text.lastIndexOf(':') + 1)) ? Moves.FORWARD : Moves.NEVER;
        return new Wanted(
                new Tag(text, ImageReference.parse(text), Access.STRICT, moves, Optional.empty()),
                release.index(),
                false);
    }
}
