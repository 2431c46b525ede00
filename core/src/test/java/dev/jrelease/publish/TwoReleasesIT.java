package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageReference;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.registry.DistributionServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two releases at once at a real registry. {@code -Dreleases.rounds=100} tries it more often. */
class TwoReleasesIT {
    private static final List<String> FLOATING = List.of("latest", "1", "stable");

    @Test
    void theNewerHoldsEveryFloatingTag(@TempDir Path folder) throws Exception {
        DistributionServer.assumeInstalled();
        try (DistributionServer server = DistributionServer.plain(folder);
                HttpClient one = HttpClient.anonymous();
                HttpClient other = HttpClient.anonymous()) {
            SampleRelease older = SampleRelease.of("1.0.0");
            SampleRelease newer = SampleRelease.of("1.1.0");
            for (int round = 0; round < Integer.getInteger("releases.rounds", 10); round++) {
                String name = server.address() + "/acme/round" + round;

                List<Outcome> outcomes = Parallel.run(
                        2,
                        List.<Callable<Outcome>>of(() -> publish(one, name, older), () -> publish(other, name, newer)));

                assertThat(outcomes).allMatch(outcome -> outcome.failure().isEmpty());
                assertThat(FLOATING.stream()
                                .map(tag -> one.open(name).resolve(tag).map(Descriptor::digest)))
                        .as("round %d: %s", round, outcomes)
                        .containsOnly(newer.held());
            }
        }
    }

    private static Outcome publish(HttpClient client, String name, SampleRelease release) {
        List<Wanted> tags = Stream.concat(Stream.of(release.version()), FLOATING.stream())
                .map(tag -> wanted(name + ":" + tag, release))
                .toList();
        Destination destination = new Destination(
                client.open(name), tags.getFirst().tag().reference(), Access.STRICT, true, tags, List.of());
        return new Transaction(
                        Publication.of("hello", release.version(), release.source(), List.of(destination)),
                        new TransactionOptions(false, false, 4, WaitTimes.STANDARD),
                        Ledger.open(new LedgerInMemory()),
                        Attachment.none(),
                        _ -> {})
                .run();
    }

    private static Wanted wanted(String text, SampleRelease release) {
        ImageReference reference = ImageReference.parse(text);
        Moves moves = FLOATING.contains(reference.manifestKey()) ? Moves.FORWARD : Moves.NEVER;
        return new Wanted(new Tag(text, reference, Access.STRICT, moves, Optional.empty()), release.index(), false);
    }
}
