package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.publish.TagResult.How;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How floating tags move, on whatever registry: forward only, and against other releases. */
abstract class FloatingTagsContract extends PublishingFixture {
    FloatingTagsContract(TestRepositories backend) {
        super(backend);
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
        options = new TransactionOptions(false, true, 4, options.waitTimes());
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
    void soDoesOneWhoseReleaseHasNamesOfItsOwn() {
        SampleRelease promoted = SampleRelease.of("1.1.0-rc.1");
        push(promoted, "jdk-1.1.0-rc.1", "jdk-1.1.0", "current");
        SampleRelease candidate = SampleRelease.of("1.2.0-rc.1");
        Destination destination = destination(
                "hello",
                true,
                List.of(
                        wanted("hello", "jdk-1.2.0-rc.1", candidate, Moves.NEVER),
                        wanted("hello", "current", candidate, Moves.FORWARD)),
                new Watched.Watch() {});

        Outcome outcome = run(candidate, List.of(destination), _ -> {});

        assertThat(words(outcome)).containsEntry("current", "kept: holds 1.1.0, which is a release");
        assertThat(held("hello", "current")).isEqualTo(promoted.held());
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
}
