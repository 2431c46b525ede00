package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.ImageRepository;
import dev.jrelease.image.Manifest;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.publish.TagResult.How;
import dev.jrelease.publish.TransactionListener.Event;
import dev.jrelease.publish.TransactionListener.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What publishing promises, on whatever registry. */
abstract class TransactionContract {
    private static final List<String> FLOATING = List.of("latest", "1");

    private final LedgerInMemory ledger = new LedgerInMemory();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Map<String, ImageRepository> repositories = new LinkedHashMap<>();
    private TransactionOptions options = new TransactionOptions(
            false,
            false,
            4,
            new Patience(
                    new Backoff(4, Duration.ofMillis(1), Duration.ofMillis(2)), Duration.ZERO, Duration.ZERO, _ -> {}));

    /** A repository of a registry that removes tags. */
    abstract ImageRepository open(String path);

    /** {@code registry/repository} as references have it. */
    abstract String name(String path);

    boolean removesTags() {
        return true;
    }

    private ImageRepository repository(String path) {
        return repositories.computeIfAbsent(path, this::open);
    }

    @Test
    void immutableTagsComeBeforeFloatingOnes() {
        SampleRelease release = SampleRelease.of("1.0.0");

        Outcome outcome = publish(release);

        assertThat(outcome.failure()).isEmpty();
        assertThat(writes()).containsExactly("write 1.0.0", "write latest", "write 1");
        assertThat(held("hello"))
                .containsEntry("1.0.0", release.held())
                .containsEntry("latest", release.held())
                .containsEntry("1", release.held());
        assertThat(how(outcome)).containsEntry("1.0.0", How.PUSHED).containsEntry("latest", How.PUSHED);
    }

    @Test
    void whatIsThereIsNotWrittenAgain() {
        SampleRelease release = SampleRelease.of("1.0.0");
        publish(release);
        calls.clear();

        Outcome outcome = publish(release);

        assertThat(how(outcome).values()).containsOnly(How.UNCHANGED);
        assertThat(calls).noneMatch(call -> call.startsWith("write") || call.startsWith("push"));
    }

    @Test
    void otherContentUnderTheVersionIsRefusedWithBothDigests() {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(former);
        SampleRelease other = SampleRelease.of("1.0.0", "something else");
        calls.clear();

        Outcome outcome = publish(other);

        assertThat(failure(outcome))
                .isEqualTo("could not write the tag " + name("hello") + ":1.0.0: it holds other content already: "
                        + former.index().digest() + ", this release has "
                        + other.index().digest());
        assertThat(calls).containsOnly("look 1.0.0");
    }

    @Test
    void overwritingReplacesOtherContent() {
        publish(SampleRelease.of("1.0.0"));
        SampleRelease other = SampleRelease.of("1.0.0", "something else");
        options = new TransactionOptions(true, false, 4, options.patience());

        Outcome outcome = publish(other);

        assertThat(how(outcome)).containsEntry("1.0.0", How.REPLACED).containsEntry("latest", How.MOVED);
        assertThat(held("hello").values()).containsOnly(other.held());
    }

    @Test
    void aTagThatWasWrittenSinceItWasLookedAtIsNotTouched() {
        SampleRelease other = SampleRelease.of("1.0.0", "of someone else");
        Watched.Watch someone = new Watched.Watch() {
            @Override
            public void after(String call) {
                if (call.equals("push " + SampleRelease.of("1.0.0").index().digest())) {
                    push(other, "1.0.0");
                }
            }
        };

        Outcome outcome = publish(SampleRelease.of("1.0.0"), someone);

        assertThat(failure(outcome))
                .contains("it holds other content already: " + other.index().digest());
        assertThat(held("hello")).containsEntry("1.0.0", other.held()).containsEntry("latest", Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.1, 1.1.0, 'kept: holds 1.1.0, which is newer'",
        "2.0.0-rc.1, 1.9.0, 'kept: holds 1.9.0, which is a release'",
        "1.0.0-rc.1, 1.0.0-rc.2, 'kept: holds 1.0.0-rc.2, which is newer'",
        "1.0.0-rc.2, 1.0.0-rc.1, moved",
        "1.0.0, 1.0.0-rc.1, moved",
        "1.10.0, 1.9.0, moved",
        "1.0.0, '', moved: what it held says no version",
        "1.0.0, 24.04, moved: what it held says no version",
    })
    void floatingTagsMoveForward(String ours, String theirs, String words) {
        SampleRelease former = SampleRelease.of(theirs, "former");
        push(former, "latest");
        SampleRelease release = SampleRelease.of(ours);

        Outcome outcome = publish(release);

        assertThat(outcome.failure()).isEmpty();
        assertThat(words(outcome)).containsEntry("latest", words);
        boolean moved = words.startsWith("moved");
        assertThat(held("hello")).containsEntry("latest", moved ? release.held() : former.held());
        assertThat(held("hello")).containsEntry("1", release.held());
    }

    @Test
    void aDowngradeCanBeAllowed() {
        push(SampleRelease.of("1.1.0"), "latest");
        options = new TransactionOptions(false, true, 4, options.patience());
        SampleRelease release = SampleRelease.of("1.0.1");

        assertThat(how(publish(release))).containsEntry("latest", How.MOVED);
        assertThat(held("hello")).containsEntry("latest", release.held());
    }

    @Test
    void aTagThatMovesByDesignMovesWhateverItHolds() {
        push(SampleRelease.of("1.1.0"), "nightly");
        SampleRelease release = SampleRelease.of("1.0.1");
        Destination destination = destination(
                "hello", true, List.of(wanted("hello", "nightly", release, Moves.FREELY)), new Watched.Watch() {});

        run(release, List.of(destination), _ -> {});

        assertThat(held("hello", "nightly")).isEqualTo(release.held());
    }

    @Test
    void aCandidateThatWasPromotedCountsAsTheRelease() {
        SampleRelease promoted = SampleRelease.of("1.1.0-rc.1");
        push(promoted, "1.1.0-rc.1", "1.1.0", "latest");

        Outcome outcome = publish(SampleRelease.of("1.0.5"));
        Outcome candidate = publish(SampleRelease.of("1.1.0-rc.2"));

        assertThat(words(outcome)).containsEntry("latest", "kept: holds 1.1.0, which is newer");
        assertThat(words(candidate)).containsEntry("latest", "kept: holds 1.1.0, which is newer");
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

    @Test
    void whatAnOlderReleaseOverwroteIsWrittenAgain() {
        SampleRelease older = SampleRelease.of("1.0.0");
        SampleRelease release = SampleRelease.of("1.1.0");

        Outcome outcome = whileSettling(release, () -> push(older, "latest"));

        assertThat(how(outcome)).containsEntry("latest", How.PUSHED);
        assertThat(held("hello")).containsEntry("latest", release.held());
        assertThat(remarks()).containsExactly("written again: something else had written to it");
    }

    @Test
    void whatANewerReleaseOverwroteStays() {
        SampleRelease newer = SampleRelease.of("1.2.0");
        SampleRelease release = SampleRelease.of("1.1.0");

        Outcome outcome = whileSettling(release, () -> push(newer, "latest"));

        assertThat(words(outcome)).containsEntry("latest", "kept: holds 1.2.0, which is newer");
        assertThat(held("hello")).containsEntry("latest", newer.held()).containsEntry("1", release.held());
    }

    @Test
    void aReleaseThatLookedBeforeANewerOneMovedLooksAgainBeforeItWrites() {
        SampleRelease older = SampleRelease.of("1.0.0");
        SampleRelease newer = SampleRelease.of("1.1.0");
        List<Outcome> outcomes = new ArrayList<>();
        Watched.Watch together = new Watched.Watch() {
            @Override
            public void after(String call) {
                if (call.equals("look 1") && outcomes.isEmpty()) {
                    outcomes.add(
                            run(newer, List.of(hello(newer, new Watched.Watch() {})), _ -> {}, new LedgerInMemory()));
                }
            }
        };

        outcomes.add(publish(older, together));

        assertThat(outcomes).hasSize(2).allMatch(outcome -> outcome.failure().isEmpty());
        assertThat(held("hello")).containsEntry("latest", newer.held()).containsEntry("1", newer.held());
    }

    @Test
    void aMirrorThatFailsDoesNotStopTheOthers() {
        SampleRelease release = SampleRelease.of("1.0.0");

        Outcome outcome = run(
                release,
                List.of(
                        hello(release, new Watched.Watch() {}),
                        destination("mirror", false, all("mirror", release), refusing("write 1.0.0"))),
                _ -> {});

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.leftOut()).singleElement().satisfies(mirror -> {
            assertThat(mirror.repository()).isEqualTo(name("mirror"));
            assertThat(mirror.because()).hasMessageContaining("refused");
        });
        assertThat(held("hello").values()).containsOnly(release.held());
        assertThat(held("mirror").values()).containsOnly(Optional.empty());
    }

    @Test
    void noFloatingTagMovesWhereSomethingIsMissing() {
        SampleRelease release = SampleRelease.of("1.0.0");
        Watched.Watch losing = new Watched.Watch() {
            @Override
            public void before(String call) {
                boolean readBack = calls.contains("write 1.0.0");
                if (readBack && call.equals("size " + release.amd64().config().digest())) {
                    throw refused(call);
                }
            }
        };

        Outcome outcome = publish(release, losing);

        assertThat(outcome.failure()).isPresent();
        assertThat(held("hello")).containsEntry("1.0.0", release.held()).containsEntry("latest", Optional.empty());
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
            assertThat(Ledger.open(killed).entries().stream().filter(LedgerEntry::floating))
                    .as("what was there before the run that was killed at step %d", step)
                    .allMatch(entry -> entry.before().map(Descriptor::digest).equals(former.held()));
        }
    }

    @Test
    void whatAKilledRunHadMovedIsTakenBackWithTheRest() {
        SampleRelease former = SampleRelease.of("1.0.0");
        publish(former);
        SampleRelease release = SampleRelease.of("1.1.0");
        assertThatThrownBy(() -> publish(release, new Watched.Watch() {
                    @Override
                    public void before(String call) {
                        if (call.equals("write 1")) {
                            throw new LedgerInMemory.Killed();
                        }
                    }
                }))
                .isInstanceOf(LedgerInMemory.Killed.class);
        assertThat(held("hello")).containsEntry("latest", release.held()).containsEntry("1", former.held());

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

    /** Acts when all floating tags have moved and are to be looked at again. */
    private Outcome whileSettling(SampleRelease release, Runnable action) {
        return run(release, List.of(hello(release, new Watched.Watch() {})), event -> {
            if (event.equals(new Event.Begun(Step.SETTLE))) {
                action.run();
            }
        });
    }

    final Outcome publish(SampleRelease release) {
        return publish(release, new Watched.Watch() {});
    }

    private Outcome publish(SampleRelease release, Watched.Watch watch) {
        return run(release, List.of(hello(release, watch)), _ -> {});
    }

    private Outcome run(SampleRelease release, List<Destination> destinations, Consumer<Event> listener) {
        return run(release, destinations, listener, ledger);
    }

    private Outcome run(
            SampleRelease release, List<Destination> destinations, Consumer<Event> listener, LedgerStore store) {
        return new Transaction(
                        Publication.of("hello", release.version(), release.source(), destinations),
                        options,
                        Ledger.open(store),
                        Attachment.none(),
                        event -> {
                            events.add(event);
                            listener.accept(event);
                        })
                .run();
    }

    private Destination hello(SampleRelease release, Watched.Watch watch) {
        return destination("hello", true, all("hello", release), watch);
    }

    private List<Wanted> all(String path, SampleRelease release) {
        return Stream.concat(
                        Stream.of(wanted(path, release.version(), release, Moves.NEVER)),
                        FLOATING.stream().map(tag -> wanted(path, tag, release, Moves.FORWARD)))
                .toList();
    }

    private Wanted wanted(String path, String tag, SampleRelease release, Moves moves) {
        String text = name(path) + ":" + tag;
        return new Wanted(
                new Tag(text, ImageReference.parse(text), Access.STRICT, moves, Optional.empty()),
                release.index(),
                false);
    }

    private Destination destination(String path, boolean required, List<Wanted> tags, Watched.Watch watch) {
        ImageRepository noted = new Watched(repository(path), new Watched.Watch() {
            @Override
            public void after(String call) {
                calls.add(call);
            }
        });
        return new Destination(
                new Watched(noted, watch),
                ImageReference.parse(name(path) + ":any"),
                Access.STRICT,
                required,
                tags,
                List.of());
    }

    private void push(SampleRelease release, String... tags) {
        pushTo("hello", release, tags);
    }

    /** What somebody else does. */
    private void pushTo(String path, SampleRelease release, String... tags) {
        ImageRepository repository = repository(path);
        try {
            new ImageCopy(release.source(), repository, 1).copy(List.<Manifest>of(release.index()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        Stream.of(tags).forEach(tag -> repository.writeTag(tag, release.index()));
    }

    private static Watched.Watch refusing(String which) {
        return new Watched.Watch() {
            @Override
            public void before(String call) {
                if (call.equals(which)) {
                    throw refused(call);
                }
            }
        };
    }

    private static ReleaseException refused(String call) {
        return ReleaseException.couldNot(FailureKind.REGISTRY, call)
                .because("refused")
                .build();
    }

    private Map<String, Optional<Digest>> held(String path) {
        Map<String, Optional<Digest>> held = new LinkedHashMap<>();
        Stream.concat(Stream.of("1.0.0", "1.1.0"), FLOATING.stream()).forEach(tag -> {
            Optional<Digest> digest = held(path, tag);
            if (digest.isPresent() || FLOATING.contains(tag)) {
                held.put(tag, digest);
            }
        });
        return held;
    }

    private Optional<Digest> held(String path, String tag) {
        return repository(path).resolve(tag).map(Descriptor::digest);
    }

    private List<String> writes() {
        return calls.stream().filter(call -> call.startsWith("write")).toList();
    }

    private List<String> remarks() {
        return events.stream()
                .filter(Event.Remark.class::isInstance)
                .map(event -> ((Event.Remark) event).text())
                .toList();
    }

    private static Map<String, How> how(Outcome outcome) {
        Map<String, How> how = new LinkedHashMap<>();
        outcome.results().forEach(result -> how.put(result.tag().name(), result.how()));
        return how;
    }

    private static Map<String, String> words(Outcome outcome) {
        Map<String, String> words = new LinkedHashMap<>();
        outcome.results().forEach(result -> words.put(result.tag().name(), result.words()));
        return words;
    }

    private static String failure(Outcome outcome) {
        return String.valueOf(outcome.failure().orElseThrow().getMessage());
    }
}
