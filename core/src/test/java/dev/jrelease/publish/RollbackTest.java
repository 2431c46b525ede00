package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.publish.Rollback.Result;
import dev.jrelease.publish.Tag.Moves;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollbackTest {
    private static final String NAME = "registry.example.com/acme/hello";

    private MemoryRepository repository = new MemoryRepository(NAME, true);
    private final LedgerInMemory ledger = new LedgerInMemory();
    private final SampleRelease former = SampleRelease.of("1.0.0");
    private final SampleRelease release = SampleRelease.of("1.1.0");

    @Test
    void putsFloatingTagsBackToWhatTheyHeld() {
        publish(former, "latest");
        publish(release, "latest", "stable");

        assertThat(rollBack())
                .containsExactly(
                        new Result(NAME + ":stable", "removed: it was not there before"),
                        new Result(NAME + ":latest", "holds " + former.index().digest() + " again"));

        assertThat(held("latest")).isEqualTo(former.held());
        assertThat(held("stable")).isEmpty();
        assertThat(held("1.1.0")).isEqualTo(release.held());
    }

    @Test
    void saysWhatItWouldDo() {
        publish(former, "latest");
        publish(release, "latest", "stable");
        String before = ledger.read()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow();

        Rollback.Outcome outcome = new Rollback(Ledger.open(ledger), _ -> repository, _ -> false).dryRun();

        assertThat(outcome.results())
                .containsExactly(
                        new Result(NAME + ":stable", "would be removed: it was not there before"),
                        new Result(
                                NAME + ":latest", "would hold " + former.index().digest() + " again"));
        assertThat(held("latest")).isEqualTo(release.held());
        assertThat(ledger.read().map(bytes -> new String(bytes, StandardCharsets.UTF_8)))
                .hasValue(before);
    }

    @Test
    void canBeRunAgain() {
        publish(former, "latest");
        publish(release, "latest");
        rollBack();

        assertThat(rollBack()).containsExactly(new Result(NAME + ":latest", "is as it was before"));
    }

    @Test
    void refusesAllWhereOneWasMovedSince() {
        publish(former, "latest", "stable");
        publish(release, "latest", "stable");
        SampleRelease other = SampleRelease.of("1.2.0");
        publish(other, new LedgerInMemory(), "stable");

        assertThatThrownBy(this::rollBack)
                .hasMessage("could not put back " + NAME + ":stable: it was moved since: it holds "
                        + other.index().digest() + ", the release left "
                        + release.index().digest());
        assertThat(held("latest")).isEqualTo(release.held());
    }

    @ParameterizedTest
    @CsvSource({"latest,v2", "v2,latest"})
    void putsTheOthersBackWhereARegistryRemovesNoTags(String first, String second) {
        repository = new MemoryRepository(NAME, false);
        publish(former, "latest");
        publish(release, first, second);

        Rollback.Outcome outcome = new Rollback(Ledger.open(ledger), _ -> repository, _ -> false).run();

        assertThat(outcome.results())
                .containsExactly(
                        new Result(NAME + ":latest", "holds " + former.index().digest() + " again"));
        assertThat(outcome.failure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .hasMessage("could not remove " + NAME
                                + ":v2: it was not there before, and the registry removes no tags"));
        assertThat(held("latest")).isEqualTo(former.held());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{'runs': [{}]}",
                "{'runs': [{'step': 'done', 'tags': [{'tag': '', 'wanted': DIGEST, 'state': 'seen'}]}]}",
                "{'runs': [{'step': 'done', 'tags': [{'tag': 'acme/x:x', 'wanted': DIGEST, 'state': 'of later'}]}]}",
                "{'runs': [{'step': 'done', 'tags': [{'tag': 'acme/x:x', 'wanted': DIGEST, 'state': 'seen', 'before': 'x'}]}]}"
            })
    void saysThatALedgerCannotBeRead(String text) {
        String digest = "\"" + release.index().digest() + "\"";
        ledger.write(text.replace('\'', '"').replace("DIGEST", digest));

        assertThatThrownBy(this::rollBack).hasMessageStartingWith("could not read ledger.json: ");
    }

    @Test
    void leavesTagsThatTheReleaseDidNotMove() {
        publish(release, "latest");
        SampleRelease older = SampleRelease.of("1.0.5");
        publish(older, "latest");

        assertThat(rollBack()).isEmpty();
        assertThat(held("latest")).isEqualTo(release.held());
    }

    @Test
    void aReleaseCanBeMadeAgainAfterwards() {
        publish(former, "latest");
        publish(release, "latest");
        rollBack();

        publish(release, "latest");

        assertThat(held("latest")).isEqualTo(release.held());
        rollBack();
        assertThat(held("latest")).isEqualTo(former.held());
    }

    @Test
    void putsBackTheLastReleaseWhereALaterOneWasRefused() {
        publish(former, "latest");
        publish(release, "latest");
        publish(SampleRelease.of("1.2.0", "of someone else"), new LedgerInMemory());
        assertThat(tryToPublish(SampleRelease.of("1.2.0"), ledger, "latest").failure())
                .isPresent();
        assertThat(tryToPublish(SampleRelease.of("1.1.0", "built again"), ledger, "latest")
                        .failure())
                .isPresent();

        assertThat(rollBack())
                .containsExactly(
                        new Result(NAME + ":latest", "holds " + former.index().digest() + " again"));
    }

    @Test
    void putsBackWhatReleasesMovedThatDidNotFinish() {
        publish(former, "latest", "1", "2");
        kill(release, "write 1", "latest", "1");
        assertThat(held("latest")).isEqualTo(release.held());
        kill(SampleRelease.of("1.2.0"), "write latest", "2", "latest");

        assertThat(rollBack()).extracting(Result::tag).contains(NAME + ":latest", NAME + ":2");

        assertThat(held("latest")).isEqualTo(former.held());
        assertThat(held("2")).isEqualTo(former.held());
        assertThat(rollBack()).extracting(Result::words).containsOnly("is as it was before");
    }

    @Test
    void aTagOfAnEarlierReleaseThatDidNotFinishKeepsNoOtherFromGoingBack() {
        publish(former, "latest", "1.1");
        kill(release, "write latest", "1.1", "latest");
        SampleRelease next = SampleRelease.of("1.2.0");
        publish(next, "latest");
        publish(SampleRelease.of("1.3.0"), new LedgerInMemory(), "1.1");

        assertThat(rollBack())
                .containsExactlyInAnyOrder(
                        new Result(NAME + ":latest", "holds " + former.index().digest() + " again"),
                        new Result(NAME + ":1.1", "stays: something else has moved it since"));
        assertThat(rollBack()).extracting(Result::tag).containsExactly(NAME + ":latest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"look latest", "write latest"})
    void putsTheOthersBackWhereAMirrorFails(String call) {
        MemoryRepository mirror = new MemoryRepository("mirror.example.com/acme/hello", true);
        publish(former, ledger, List.of(repository, mirror), "latest");
        publish(release, ledger, List.of(repository, mirror), "latest");

        Rollback.Outcome outcome = rollBack(failing(mirror, call), true);

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.results())
                .containsExactly(
                        new Result(NAME + ":latest", "holds " + former.index().digest() + " again"));
        assertThat(outcome.leftOut())
                .extracting(Outcome.LeftOut::text)
                .containsExactly("mirror.example.com/acme/hello:latest, could not " + call + ": HTTP 503");
        assertThat(mirror.resolve("latest").map(Descriptor::digest)).isEqualTo(release.held());
        assertThat(rollBack(mirror, true).results())
                .extracting(Result::words)
                .containsExactly("holds " + former.index().digest() + " again", "is as it was before");
    }

    @Test
    void refusesAllWhereARegistryThatIsRequiredFails() {
        MemoryRepository second = new MemoryRepository("mirror.example.com/acme/hello", true);
        publish(former, ledger, List.of(repository, second), "latest");
        publish(release, ledger, List.of(repository, second), "latest");

        assertThatThrownBy(() -> rollBack(failing(second, "look latest"), false))
                .hasMessageContaining("HTTP 503");
        assertThat(held("latest")).isEqualTo(release.held());
    }

    private static ImageRepository failing(ImageRepository of, String which) {
        return new Watched(of, new Watched.Watch() {
            @Override
            public void before(String call) {
                if (call.equals(which)) {
                    throw ReleaseException.couldNot(FailureKind.REGISTRY, call)
                            .because("HTTP 503")
                            .build();
                }
            }
        });
    }

    private Rollback.Outcome rollBack(ImageRepository second, boolean isMirror) {
        return new Rollback(
                        Ledger.open(ledger),
                        entry -> entry.tag().startsWith(NAME) ? repository : second,
                        entry -> isMirror && !entry.tag().startsWith(NAME))
                .run();
    }

    private void kill(SampleRelease what, String call, String... floating) {
        Watched killing = new Watched(repository, new Watched.Watch() {
            @Override
            public void before(String before) {
                if (before.equals(call)) {
                    throw new LedgerInMemory.Killed();
                }
            }
        });
        assertThatThrownBy(() -> tryToPublish(what, ledger, List.of(killing), floating))
                .isInstanceOf(LedgerInMemory.Killed.class);
    }

    private List<Result> rollBack() {
        Rollback.Outcome outcome = new Rollback(Ledger.open(ledger), _ -> repository, _ -> false).run();
        assertThat(outcome.failure()).isEmpty();
        return outcome.results();
    }

    private Optional<Digest> held(String tag) {
        return repository.resolve(tag).map(Descriptor::digest);
    }

    private void publish(SampleRelease what, String... floating) {
        publish(what, ledger, floating);
    }

    private void publish(SampleRelease what, LedgerStore store, String... floating) {
        publish(what, store, List.of(repository), floating);
    }

    private static void publish(
            SampleRelease what, LedgerStore store, List<ImageRepository> repositories, String... floating) {
        assertThat(tryToPublish(what, store, repositories, floating).failure()).isEmpty();
    }

    private Outcome tryToPublish(SampleRelease what, LedgerStore store, String... floating) {
        return tryToPublish(what, store, List.of(repository), floating);
    }

    private static Outcome tryToPublish(
            SampleRelease what, LedgerStore store, List<ImageRepository> repositories, String... floating) {
        WaitTimes patience = new WaitTimes(
                new Backoff(2, Duration.ofMillis(1), Duration.ofMillis(1)), Duration.ZERO, Duration.ZERO, _ -> {});
        return new Transaction(
                        Publication.of(
                                "hello",
                                what.version(),
                                what.source(),
                                repositories.stream()
                                        .map(repository -> destination(repository, what, floating))
                                        .toList()),
                        new TransactionOptions(false, false, 2, patience),
                        Ledger.open(store),
                        Attachment.none(),
                        _ -> {})
                .run();
    }

    private static Destination destination(ImageRepository repository, SampleRelease what, String... floating) {
        List<Wanted> tags = Stream.concat(
                        Stream.of(wanted(repository, what, what.version(), Moves.NEVER)),
                        Stream.of(floating).map(tag -> wanted(repository, what, tag, Moves.FORWARD)))
                .toList();
        return new Destination(repository, tags.getFirst().tag().reference(), Access.STRICT, true, tags, List.of());
    }

    private static Wanted wanted(ImageRepository repository, SampleRelease what, String tag, Moves moves) {
        String text = repository.name() + ":" + tag;
        return new Wanted(
                new Tag(text, ImageReference.parse(text), Access.STRICT, moves, Optional.empty()), what.index(), false);
    }
}
