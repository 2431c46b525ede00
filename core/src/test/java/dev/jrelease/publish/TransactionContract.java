package dev.jrelease.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.publish.TagResult.How;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The steps of a publication, on whatever registry. */
abstract class TransactionContract extends PublishingFixture {
    TransactionContract(TestRepositories backend) {
        super(backend);
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
        options = new TransactionOptions(true, false, 4, options.waitTimes());

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
}
