package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.concurrent.Pause;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.registry.SkippedTime;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import dev.jrelease.testkit.registry.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Something else writes a tag while a registry lets this release wait before it writes the same tag. */
class WritesThatWaitTest {
    private final Queue<Runnable> meanwhile = new ConcurrentLinkedQueue<>();
    private final LedgerInMemory ledger = new LedgerInMemory();
    private final SampleRelease former = SampleRelease.of("1.0.0");
    private final SampleRelease release = SampleRelease.of("1.1.0");
    private final SampleRelease newer = SampleRelease.of("1.2.0");
    private HttpRegistry registry = waiting(FakeRegistry.start());

    @AfterEach
    void close() {
        registry.close();
    }

    private HttpRegistry waiting(FakeRegistry fake) {
        Pause time = new SkippedTime();
        return new HttpRegistry(fake, HttpClient.waiting(new Pause() {
            @Override
            public void of(Duration length) throws InterruptedException {
                time.of(length);
                Optional.ofNullable(meanwhile.poll()).ifPresent(Runnable::run);
            }

            @Override
            public long nanoTime() {
                return time.nanoTime();
            }
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aNewerVersionStays(int status) {
        publish(former, "latest", "1");
        registry.registry()
                .failNext("PUT", "/manifests/latest", Fault.status(status).header("Retry-After", "30"));
        meanwhile.add(() -> publish(newer, new LedgerInMemory(), Moves.FORWARD, "latest", "1"));

        Outcome outcome = publish(release, "latest", "1");

        assertThat(outcome.failure()).isEmpty();
        assertThat(words(outcome))
                .containsEntry("latest", "kept: holds 1.2.0, which is newer")
                .containsEntry("1", "kept: holds 1.2.0, which is newer");
        assertThat(held("latest")).isEqualTo(newer.held());
        assertThat(held("1")).isEqualTo(newer.held());
    }

    @Test
    void aNewerVersionStaysWhereTagsAreWrittenTogether() {
        registry.close();
        registry = waiting(FakeRegistry.builder().tagParameters().start());
        publish(former, "latest", "1");
        registry.registry().failNext(request -> request.target().contains("?tag="), Fault.status(503), 1);
        meanwhile.add(() -> publish(newer, new LedgerInMemory(), Moves.FORWARD, "latest", "1"));

        Outcome outcome = publish(release, "latest", "1");

        assertThat(outcome.failure()).isEmpty();
        assertThat(held("latest")).isEqualTo(newer.held());
        assertThat(held("1")).isEqualTo(newer.held());
    }

    @Test
    void anOlderVersionIsReplacedAndIsWhatTheTagHeldBefore() {
        SampleRelease older = SampleRelease.of("1.0.1");
        publish(former, "latest");
        registry.registry().failNext("PUT", "/manifests/latest", Fault.status(503));
        meanwhile.add(() -> publish(older, new LedgerInMemory(), Moves.FORWARD, "latest"));

        Outcome outcome = publish(release, "latest");

        assertThat(outcome.results()).allMatch(result -> result.before().equals(older.held()));
        assertThat(held("latest")).isEqualTo(release.held());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void otherContentUnderAnImmutableTagStays(int status) {
        SampleRelease other = SampleRelease.of("1.1.0", "other content");
        registry.registry().failNext("PUT", "/manifests/1.1.0", Fault.status(status));
        meanwhile.add(() -> publish(other, new LedgerInMemory(), Moves.NEVER, "1.1.0"));

        Outcome outcome = publish(release, ledger, Moves.NEVER, "1.1.0");

        assertThat(outcome.failure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .hasMessageContaining("it holds other content already: "
                                + other.index().digest()));
        assertThat(held("1.1.0")).isEqualTo(other.held());
    }

    @Test
    void whatSomethingElseWroteIsNotTakenBack() {
        publish(former, "latest", "1");
        registry.registry().failNext("PUT", "/manifests/1$", Fault.status(400), 1);
        // The first write of latest succeeds, the second is the one that takes it back.
        registry.registry().failNext(secondWrite(), Fault.status(503), 1);
        meanwhile.add(() -> publish(newer, new LedgerInMemory(), Moves.FORWARD, "latest"));

        Outcome outcome = publish(release, "latest", "1");

        assertThat(outcome.failure()).isPresent();
        assertThat(held("latest")).isEqualTo(newer.held());
        assertThat(words(outcome))
                .containsEntry("latest", "kept: holds " + newer.index().digest() + ", which something else wrote");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE"})
    void whatSomethingElseWroteIsNotRolledBack(String method) {
        if (method.equals("PUT")) {
            publish(former, "latest");
        }
        publish(release, "latest");
        registry.registry().failNext(method, "/manifests/latest", Fault.status(503));
        meanwhile.add(() -> publish(newer, new LedgerInMemory(), Moves.FORWARD, "latest"));

        Rollback.Outcome outcome = new Rollback(Ledger.open(ledger), _ -> registry.open("hello"), _ -> false).run();

        assertThat(outcome.failure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .hasMessage("could not put back " + registry.name("hello")
                                + ":latest: something else has moved it meanwhile"));
        assertThat(held("latest")).isEqualTo(newer.held());
    }

    private static Predicate<Request> secondWrite() {
        AtomicInteger writes = new AtomicInteger();
        return request -> request.method().equals("PUT")
                && request.path().endsWith("/manifests/latest")
                && writes.incrementAndGet() == 2;
    }

    private Outcome publish(SampleRelease version, String... tags) {
        return publish(version, ledger, Moves.FORWARD, tags);
    }

    private Outcome publish(SampleRelease version, LedgerStore store, Moves moves, String... tags) {
        List<Wanted> wanted = Stream.of(tags)
                .map(tag -> registry.name("hello") + ":" + tag)
                .map(text -> new Tag(text, ImageReference.parse(text), Access.STRICT, moves, Optional.empty()))
                .map(tag -> new Wanted(tag, version.index(), false))
                .toList();
        Destination hello = new Destination(
                registry.open("hello"), wanted.getFirst().tag().reference(), Access.STRICT, true, wanted, List.of());
        return new Transaction(
                        Publication.of("hello", version.version(), version.source(), List.of(hello)),
                        new TransactionOptions(false, false, 4, WaitTimes.STANDARD.with(_ -> {})),
                        Ledger.open(store),
                        Attachment.none(),
                        _ -> {})
                .run();
    }

    private Optional<Digest> held(String tag) {
        return registry.open("hello").resolve(tag).map(Descriptor::digest);
    }

    private static Map<String, String> words(Outcome outcome) {
        return outcome.results().stream()
                .collect(Collectors.toMap(result -> result.tag().name(), TagResult::words));
    }
}
