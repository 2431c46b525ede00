package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.publish.TagResult.How;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of floating tags where not all of them can be moved, on whatever registry. */
abstract class TakeBackContract extends PublishingFixture {
    TakeBackContract(TestRepositories backend) {
        super(backend);
    }

    @Test
    void aMoveThatFailsTakesBackThoseThatWereMade() {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(former);
        SampleRelease release = SampleRelease.of("1.1.0");

        Outcome outcome = publish(release, refusing("write 1"));

        assertThat(failure(outcome)).contains("could not write 1: refused");
        assertThat(held("hello")).containsEntry("latest", former.held()).containsEntry("1", former.held());
        assertThat(words(outcome))
                .containsEntry("latest", "taken back: holds " + former.index().digest() + " again");
        assertThat(outcome.commands()).isEmpty();
        assertThat(how(publish(release))).containsEntry("latest", How.MOVED).containsEntry("1", How.MOVED);
    }

    /** A registry that lags shows what the tag held before it was taken back. */
    @Test
    void aTagThatWasTakenBackIsWrittenAlsoWhereItSeemsToHoldWhatIsWanted() {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(former);
        SampleRelease release = SampleRelease.of("1.1.0");
        publish(release, refusing("write 1"));
        push(release, "latest");
        calls.clear();

        Outcome outcome = publish(release);

        assertThat(writes()).containsExactly("write latest", "write 1");
        assertThat(outcome.results())
                .filteredOn(result -> result.tag().name().equals("latest"))
                .allMatch(result -> result.before().equals(former.held()));
    }

    @Test
    void aTagThatWasNewIsRemovedAgainWhereTheRegistryDoesThat() {
        Outcome outcome = publish(SampleRelease.of("1.1.0"), refusing("write 1"));

        if (removesTags()) {
            assertThat(words(outcome)).containsEntry("latest", "taken back: is not there, as before");
            assertThat(held("hello")).containsEntry("latest", Optional.empty());
        } else {
            assertThat(outcome.commands())
                    .extracting(Outcome.Command::text)
                    .containsExactly("crane delete " + name("hello") + ":latest");
        }
        assertThat(held("hello")).containsEntry("1", Optional.empty());
    }

    @Test
    void whatCannotBeTakenBackIsSaidAsCommands() {
        SampleRelease former = SampleRelease.of("1.0.0");
        push(former, "latest");
        SampleRelease release = SampleRelease.of("1.1.0");
        List<String> written = new CopyOnWriteArrayList<>();
        Watched.Watch refusing = new Watched.Watch() {
            @Override
            public void before(String call) {
                boolean again = call.equals("write latest") && written.contains(call);
                if (call.equals("write next") || call.equals("delete 1") || again) {
                    throw refused(call);
                }
                written.add(call);
            }
        };
        List<Wanted> tags = Stream.of("1", "latest", "next")
                .map(tag -> wanted("hello", tag, release, Moves.FORWARD))
                .toList();

        Outcome outcome = run(release, List.of(destination("hello", true, tags, refusing)), _ -> {});

        assertThat(outcome.commands())
                .extracting(Outcome.Command::text)
                .containsExactlyInAnyOrder(
                        "crane tag " + name("hello") + "@" + former.index().digest() + " latest",
                        "crane delete " + name("hello") + ":1");
        assertThat(words(outcome)).containsEntry("latest", "not known: not taken back: refused");
    }

    @Test
    void whatWasNotAnsweredIsTakenBackAfterTheOthers() {
        SampleRelease former = SampleRelease.of("1.0.0");
        push(former, "1");
        push(former, "latest");
        push(former, "next");
        SampleRelease release = SampleRelease.of("1.1.0");
        List<String> afterTheFailure = new CopyOnWriteArrayList<>();
        Watched.Watch hanging = new Watched.Watch() {
            private volatile boolean failed;

            @Override
            public void before(String call) {
                if (failed) {
                    afterTheFailure.add(call);
                }
                if (call.equals("write next")) {
                    failed = true;
                    throw refused(call);
                }
            }
        };
        List<Wanted> tags = Stream.of("1", "latest", "next")
                .map(tag -> wanted("hello", tag, release, Moves.FORWARD))
                .toList();

        run(release, List.of(destination("hello", true, tags, hanging)), _ -> {});

        assertThat(afterTheFailure).containsSubsequence("write latest", "write 1", "look next");
        assertThat(afterTheFailure.getFirst()).isEqualTo("look latest");
        assertThat(held("hello")).containsEntry("latest", former.held()).containsEntry("1", former.held());
    }

    /** What is reported is what the registry holds, also where the disk is full when the last tag has moved. */
    @ParameterizedTest
    @ValueSource(strings = {"\"writing\"", "\"written\"", "\"seen\""})
    void aLedgerThatCannotBeWrittenTakesBackWhatHasMoved(String lastState) {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(former);
        SampleRelease release = SampleRelease.of("1.1.0");
        LedgerStore full = new LedgerStore() {
            private boolean isFull;

            @Override
            public Optional<byte[]> read() {
                return ledger.read();
            }

            @Override
            public void write(String text) throws IOException {
                String floating = text.substring(text.indexOf("\"floating\" : true") + 1);
                isFull |= text.contains("\"promote\"") && floating.contains(lastState) && !floating.contains("planned");
                if (isFull) {
                    throw new IOException("no space left");
                }
                ledger.write(text);
            }
        };

        Outcome outcome = run(release, List.of(hello(release, new Watched.Watch() {})), _ -> {}, full);

        assertThat(failure(outcome)).contains("no space left");
        FLOATING.forEach(tag -> assertThat(held("hello")).containsEntry(tag, former.held()));
        assertThat(words(outcome)).doesNotContainValue("moved");
        assertThat(remarks()).hasSizeLessThan(2);
    }

    @Test
    void anInterruptionTakesBackWhatHasMoved() {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(former);

        Outcome outcome = publish(SampleRelease.of("1.1.0"), new Watched.Watch() {
            @Override
            public void after(String call) {
                if (call.equals("write latest")) {
                    throw ReleaseException.couldNot(FailureKind.INTERRUPTED, "go on")
                            .because("it was interrupted")
                            .build();
                }
            }
        });

        assertThat(failure(outcome)).contains("interrupted");
        assertThat(held("hello")).containsEntry("latest", former.held()).containsEntry("1", former.held());
    }
}
