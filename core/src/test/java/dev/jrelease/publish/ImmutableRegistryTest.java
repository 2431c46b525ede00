package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageReference;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registries that let no tag which exists name something else. */
class ImmutableRegistryTest {
    private static final Location LINE = new Location("jrelease.yaml", 7, 9);

    /** ECR, Quay and Artifactory, Harbor. */
    @ParameterizedTest
    @CsvSource({"400, TAG_INVALID", "409, DENIED", "412, PRECONDITION"})
    void theFailureNamesTheSettingAndTheLineAndNoNewTagIsWritten(int status, String code) {
        try (HttpRegistry at = HttpRegistry.of(FakeRegistry.start())) {
            SampleRelease former = SampleRelease.of("1.0.0");
            publish(at, former, "latest");
            at.registry()
                    .failNext("PUT", "/manifests/latest", Fault.status(status).error(code, "immutable"), 9);

            Outcome outcome = publish(at, SampleRelease.of("1.1.0"), "1", "latest");

            assertThat(outcome.failure()).hasValueSatisfying(failure -> {
                assertThat(failure).hasMessageContaining(":latest").hasMessageContaining("HTTP " + status);
                assertThat(((ReleaseException) failure).hint())
                        .hasValueSatisfying(
                                hint -> assertThat(hint)
                                        .startsWith(
                                                "the registry lets no tag that exists name something else: Harbor: Tag Immutability"));
                assertThat(((ReleaseException) failure).location()).contains(LINE);
            });
            assertThat(at.open("hello").resolve("1")).isEmpty();
            assertThat(at.open("hello").resolve("latest").map(Descriptor::digest))
                    .isEqualTo(former.held());
            assertThat(outcome.commands()).isEmpty();
        }
    }

    /** The answer of the first write was lost; the second is refused, though the tag holds what is wanted. */
    @Test
    void aTagThatHoldsWhatIsWantedIsWrittenThoughItIsRefused() {
        try (HttpRegistry at = HttpRegistry.of(FakeRegistry.start())) {
            at.registry().failNext("PUT", "/manifests/latest", Fault.loseAnswer());
            at.registry().failNext("PUT", "/manifests/latest", Fault.status(400).error("TAG_INVALID", "immutable"), 9);
            SampleRelease release = SampleRelease.of("1.0.0");

            Outcome outcome = publish(at, release, "latest");

            assertThat(outcome.failure()).isEmpty();
            assertThat(at.open("hello").resolve("latest").map(Descriptor::digest))
                    .isEqualTo(release.held());
        }
    }

    private static Outcome publish(HttpRegistry at, SampleRelease release, String... floating) {
        List<Wanted> tags = Stream.of(floating)
                .map(tag -> at.name("hello") + ":" + tag)
                .map(text -> new Tag(text, ImageReference.parse(text), Access.STRICT, Moves.FORWARD, Optional.of(LINE)))
                .map(tag -> new Wanted(tag, release.index(), false))
                .toList();
        Destination hello = new Destination(
                at.open("hello"), tags.getFirst().tag().reference(), Access.STRICT, true, tags, List.of());
        return new Transaction(
                        Publication.of("hello", release.version(), release.source(), List.of(hello)),
                        new TransactionOptions(false, false, 4, WaitTimes.STANDARD),
                        Ledger.open(new LedgerInMemory()),
                        Attachment.none(),
                        _ -> {})
                .run();
    }
}
