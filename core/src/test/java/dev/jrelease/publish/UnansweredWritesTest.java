package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.credentials.Credentials;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.http.PooledTransport;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.SkippedTime;
import dev.jrelease.secret.Redactor;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import dev.jrelease.testkit.registry.HeldRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes of floating tags that a registry carries out late, or perhaps never. */
class UnansweredWritesTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final SampleRelease former = SampleRelease.of("1.0.0");
    private final SampleRelease release = SampleRelease.of("1.1.0");
    private final HttpRegistry registry = HttpRegistry.of(FakeRegistry.start());

    @AfterEach
    void close() {
        registry.close();
    }

    /** It could arrive after the tag was taken back. */
    @ParameterizedTest
    @ValueSource(strings = {"latest", "1"})
    void theAnswerToAWriteIsAwaitedAlsoByAReleaseThatIsInterrupted(String held) throws Exception {
        publish(former);
        HeldRequest write = registry.registry().holdNext("PUT", "/manifests/" + held + "$");
        FutureTask<Outcome> publishing = new FutureTask<>(() -> publish(release));
        Thread run = Thread.ofPlatform().start(publishing);
        assertThat(write.awaitArrival(LONG)).isTrue();
        run.interrupt();
        write.release();

        Outcome outcome = publishing.get();

        assertThat(outcome.failure()).isPresent();
        assertThat(outcome.results())
                .filteredOn(result -> result.tag().name().equals(held))
                .extracting(TagResult::how)
                .containsExactly(How.TAKEN_BACK);
        assertThat(held("latest")).isEqualTo(former.held());
        assertThat(held("1")).isEqualTo(former.held());
    }

    @ParameterizedTest
    @CsvSource({"latest, 1", "1, latest"})
    void aWriteThatIsNeverAnsweredMayStillArrive(String silent, String other) {
        publish(former);
        registry.registry().failNext("PUT", "/manifests/" + silent + "$", Fault.silence(), 4);
        HttpRegistry impatient = new HttpRegistry(registry.registry(), impatient());

        Outcome outcome = publish(impatient, release);

        assertThat(outcome.results())
                .filteredOn(result -> result.tag().name().equals(silent))
                .extracting(TagResult::words)
                .containsExactly("not known: a write that was not answered may still arrive");
        assertThat(outcome.commands())
                .extracting(Outcome.Command::text)
                .containsExactly("crane tag " + registry.name("hello") + "@"
                        + former.index().digest() + " " + silent);
        assertThat(outcome.failure().orElseThrow().getSuppressed())
                .as("failures that are reported, too")
                .doesNotHaveAnyElementsOfTypes(ReleaseException.class);
        assertThat(held(silent)).isEqualTo(former.held());
        assertThat(held(other)).isEqualTo(former.held());
    }

    @Test
    void alsoWhereALaterAttemptIsRefused() {
        publish(former);
        registry.registry().failNext("PUT", "/manifests/1$", Fault.silence());
        registry.registry().failNext("PUT", "/manifests/1$", Fault.status(400));

        Outcome outcome = publish(new HttpRegistry(registry.registry(), impatient()), release);

        assertThat(outcome.commands()).hasSize(1);
        assertThat(outcome.failure().orElseThrow().getSuppressed())
                .as("failures that are reported, too")
                .doesNotHaveAnyElementsOfTypes(ReleaseException.class);
        assertThat(held("1")).isEqualTo(former.held());
    }

    @Test
    void aWriteThatIsRefusedDoesNotArriveLater() {
        publish(former);
        registry.registry().failNext("PUT", "/manifests/1$", Fault.status(503), 9);

        Outcome outcome = publish(release);

        assertThat(outcome.results())
                .filteredOn(result -> result.tag().name().equals("1"))
                .allMatch(result -> result.how() == How.NOT_MOVED);
        assertThat(outcome.commands()).isEmpty();
    }

    private static HttpClient impatient() {
        Environment environment = new Environment(Map.of(), Path.of("/nonexistent"), Path.of("/nonexistent"));
        Duration half = Duration.ofMillis(500);
        return new HttpClient(new Registries(
                new PooledTransport(environment, new PooledTransport.Timeouts(half, half, half)),
                Credentials.of(environment, new Redactor()),
                new SkippedTime()));
    }

    private Outcome publish(SampleRelease version) {
        return publish(registry, version);
    }

    private static Outcome publish(HttpRegistry at, SampleRelease version) {
        List<Wanted> wanted = Stream.of("latest", "1")
                .map(tag -> at.name("hello") + ":" + tag)
                .map(text -> new Tag(text, ImageReference.parse(text), Access.STRICT, Moves.FORWARD, Optional.empty()))
                .map(tag -> new Wanted(tag, version.index(), false))
                .toList();
        Destination hello = new Destination(
                at.open("hello"), wanted.getFirst().tag().reference(), Access.STRICT, true, wanted, List.of());
        return new Transaction(
                        Publication.of("hello", version.version(), version.source(), List.of(hello)),
                        new TransactionOptions(false, false, 4, WaitTimes.STANDARD.with(_ -> {})),
                        Ledger.open(new LedgerInMemory()),
                        Attachment.none(),
                        _ -> {})
                .run();
    }

    private Optional<Digest> held(String tag) {
        return registry.open("hello").resolve(tag).map(Descriptor::digest);
    }
}
