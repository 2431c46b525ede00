package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.publish.Rollback.Result;
import dev.jrelease.publish.Tag.Moves;
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

        Rollback.Outcome outcome = new Rollback(Ledger.open(ledger), _ -> repository).run();

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
                "{'step': 'done', 'tags': [{'tag': '', 'wanted': DIGEST, 'state': 'seen'}]}",
                "{'step': 'done', 'tags': [{'tag': 'acme/hello:x', 'wanted': DIGEST, 'state': 'of a later version'}]}",
                "{'step': 'done', 'tags': [{'tag': 'acme/hello:x', 'wanted': DIGEST, 'state': 'seen', 'before': 'x'}]}"
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

    private List<Result> rollBack() {
        Rollback.Outcome outcome = new Rollback(Ledger.open(ledger), _ -> repository).run();
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
        List<Wanted> tags = Stream.concat(
                        Stream.of(wanted(what, what.version(), Moves.NEVER)),
                        Stream.of(floating).map(tag -> wanted(what, tag, Moves.FORWARD)))
                .toList();
        Destination hello =
                new Destination(repository, tags.getFirst().tag().reference(), Access.STRICT, true, tags, List.of());
        Patience patience = new Patience(
                new Backoff(2, Duration.ofMillis(1), Duration.ofMillis(1)), Duration.ZERO, Duration.ZERO, _ -> {});
        Outcome outcome = new Transaction(
                        Publication.of("hello", what.version(), what.source(), List.of(hello)),
                        new TransactionOptions(false, false, 2, patience),
                        Ledger.open(store),
                        Attachment.none(),
                        TransactionListener.silent())
                .run();
        assertThat(outcome.failure()).isEmpty();
    }

    private static Wanted wanted(SampleRelease what, String tag, Moves moves) {
        String text = NAME + ":" + tag;
        return new Wanted(
                new Tag(text, ImageReference.parse(text), Access.STRICT, moves, Optional.empty()), what.index(), false);
    }
}
