package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.image.Descriptor;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.publish.TagResult.How;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of runs that were killed, on whatever registry. */
abstract class StoppedRunsContract extends PublishingFixture {
    StoppedRunsContract(TestRepositories backend) {
        super(backend);
    }

    @Test
    void aRunThatWasKilledAtAnyStepEndsAsAnUndisturbedOne() {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(former);
        SampleRelease release = SampleRelease.of("1.1.0");
        LedgerInMemory counting = new LedgerInMemory();
        push(former, "latest", "1");
        run(release, List.of(hello(release, new Watched.Watch() {})), _ -> {}, counting);
        int steps = counting.writes();
        assertThat(steps).isGreaterThan(12);

        for (int step = 1; step <= steps; step++) {
            String path = "again" + step;
            pushTo(path, former, "latest", "1");
            List<Destination> destinations =
                    List.of(destination(path, true, all(path, release), new Watched.Watch() {}));
            LedgerInMemory killed = new LedgerInMemory();
            killed.killAt(step);
            assertThatThrownBy(() -> run(release, destinations, _ -> {}, killed))
                    .isInstanceOf(LedgerInMemory.Killed.class);
            killed.killAt(Integer.MAX_VALUE);

            Outcome outcome = run(release, destinations, _ -> {}, killed);

            assertThat(outcome.failure()).isEmpty();
            assertThat(held(path).values()).as("killed at step %d", step).containsOnly(release.held());
            assertThat(Ledger.open(killed).lastRelease().orElseThrow().entries().stream()
                            .filter(LedgerEntry::floating))
                    .as("what was there before the run that was killed at step %d", step)
                    .allMatch(entry -> entry.before().map(Descriptor::digest).equals(former.held()));
        }
    }

    @Test
    void whatAKilledRunHadMovedIsTakenBackWithTheRest() {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(former);
        SampleRelease release = SampleRelease.of("1.1.0");
        killAfterLatest(release);

        Outcome outcome = publish(release, refusing("write 1"));

        assertThat(outcome.failure()).isPresent();
        assertThat(held("hello")).containsEntry("latest", former.held()).containsEntry("1", former.held());
    }

    @Test
    void anotherMachineFinishesWhatWasKilledHere() {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(former);
        SampleRelease release = SampleRelease.of("1.1.0");
        ledger.killAt(9);
        assertThatThrownBy(() -> publish(release)).isInstanceOf(LedgerInMemory.Killed.class);

        run(release, List.of(hello(release, new Watched.Watch() {})), _ -> {}, new LedgerInMemory());

        assertThat(held("hello")).containsEntry("latest", release.held()).containsEntry("1", release.held());
    }

    @Test
    void whatAKilledRunOfAnotherVersionHadMovedIsTakenBackWithTheRest() {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(former);
        killAfterLatest(SampleRelease.of("1.1.0"));

        Outcome outcome = publish(SampleRelease.of("1.2.0"), refusing("write 1"));

        assertThat(outcome.failure()).isPresent();
        assertThat(held("hello")).containsEntry("latest", former.held()).containsEntry("1", former.held());
        assertThat(words(outcome))
                .containsEntry("latest", "taken back: holds " + former.index().digest() + " again");
    }

    @Test
    void whatAKilledRunHadMovedIsTakenBackWhereTheNextOneComesToNoTag() {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(former);
        killAfterLatest(SampleRelease.of("1.1.0"));

        Outcome outcome = publish(SampleRelease.of("1.2.0"), refusing("look 1.2.0"));

        assertThat(outcome.failure()).isPresent();
        assertThat(held("hello")).containsEntry("latest", former.held()).containsEntry("1", former.held());
        assertThat(how(outcome)).containsEntry("latest", How.TAKEN_BACK);
    }

    @Test
    void whatSeveralKilledRunsHadMovedIsTakenBackToWhatWasThereBeforeThem() {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(former);
        killAfterLatest(SampleRelease.of("1.1.0"));
        killAfterLatest(SampleRelease.of("1.2.0"));

        Outcome outcome = publish(SampleRelease.of("1.3.0"), refusing("write 1"));

        assertThat(outcome.failure()).isPresent();
        assertThat(held("hello")).containsEntry("latest", former.held()).containsEntry("1", former.held());
    }

    @Test
    void aTagThatOnlyTheKilledRunWantedIsTakenBack() {
        SampleRelease former = SampleRelease.of("1.0.0");
        push(former, "1.1", "latest", "1");
        SampleRelease killed = SampleRelease.of("1.1.0");
        List<Wanted> tags = Stream.concat(
                        Stream.of(wanted("hello", "1.1", killed, Moves.FORWARD)), all("hello", killed).stream())
                .toList();
        assertThatThrownBy(
                        () -> run(killed, List.of(destination("hello", true, tags, killing("write latest"))), _ -> {}))
                .isInstanceOf(LedgerInMemory.Killed.class);
        assertThat(held("hello", "1.1")).isEqualTo(killed.held());

        Outcome outcome = publish(SampleRelease.of("1.2.0"), refusing("write 1"));

        assertThat(held("hello", "1.1")).isEqualTo(former.held());
        assertThat(how(outcome)).containsEntry("1.1", How.TAKEN_BACK);
    }

    @Test
    void aReleaseMovesOnWhatAKilledRunOfAnotherVersionHadMoved() {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(former);
        killAfterLatest(SampleRelease.of("1.1.0"));
        SampleRelease next = SampleRelease.of("1.2.0");

        Outcome outcome = publish(next);

        assertThat(held("hello")).containsEntry("latest", next.held()).containsEntry("1", next.held());
        assertThat(outcome.results().stream().filter(result -> result.tag().floating()))
                .allMatch(result -> result.before().equals(former.held()));
        assertThat(Ledger.open(ledger).unfinished()).isEmpty();
    }

    @Test
    void whatAnotherMachineFinishedIsNotTakenBack() {
        publish(SampleRelease.of("1.0.0"));
        SampleRelease killed = SampleRelease.of("1.1.0");
        killAfterLatest(killed);
        run(killed, List.of(hello(killed, new Watched.Watch() {})), _ -> {}, new LedgerInMemory());

        Outcome outcome = publish(SampleRelease.of("1.2.0"), refusing("write 1"));

        assertThat(outcome.failure()).isPresent();
        assertThat(held("hello")).containsEntry("latest", killed.held()).containsEntry("1", killed.held());
    }

    @Test
    void aReleaseThatFinishedIsNotTakenBackWhereItFailsWhenItIsRunAgain() {
        publish(SampleRelease.of("1.0.0"));
        SampleRelease release = SampleRelease.of("1.1.0");
        publish(release);

        publish(release, refusing("look 1.1.0"));
        publish(release, refusing("look 1.1.0"));

        assertThat(held("hello")).containsEntry("latest", release.held()).containsEntry("1", release.held());
    }

    @ParameterizedTest
    @ValueSource(strings = {"write 1", "look nothing more"})
    void whatAKilledRunHadMovedIsReportedAsMoved(String killedAt) {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(former);
        SampleRelease release = SampleRelease.of("1.1.0");
        kill(release, killedAt);

        Outcome outcome = publish(release);

        assertThat(how(outcome))
                .containsEntry("1.1.0", How.PUSHED)
                .containsEntry("latest", How.MOVED)
                .containsEntry("1", How.MOVED);
        assertThat(outcome.results().stream().filter(result -> result.tag().floating()))
                .allMatch(result -> result.before().equals(former.held()));
    }

    private void killAfterLatest(SampleRelease release) {
        kill(release, "write 1");
        assertThat(held("hello")).containsEntry("latest", release.held());
    }

    /** Ends the process before a call, or when it comes to look whether its last floating tag is seen. */
    private void kill(SampleRelease release, String call) {
        assertThatThrownBy(() -> publish(release, killing(call))).isInstanceOf(LedgerInMemory.Killed.class);
    }

    private static Watched.Watch killing(String which) {
        return new Watched.Watch() {
            private volatile boolean hasWritten;

            @Override
            public void before(String call) {
                if (call.equals(which) || (hasWritten && call.equals("look 1"))) {
                    throw new LedgerInMemory.Killed();
                }
                hasWritten |= call.equals("write 1");
            }
        };
    }
}
