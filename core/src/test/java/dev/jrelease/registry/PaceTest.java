package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How requests to one host wait for each other, and how many go at once. */
class PaceTest {
    private final SkippedTime time = new SkippedTime();
    private final Pace pace = new Pace(time);

    @Test
    void allRequestsWaitWhereTheHostAsksOneToWait() throws InterruptedException {
        pace.rest(Duration.ofSeconds(7));
        pace.rest(Duration.ofSeconds(3));

        try (Pace.Turn other = pace.turn()) {
            other.succeeded();
        }
        pace.turn().close();
        assertThat(time.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void halvesWhatIsSentAtOnceOnceForAllThatWereOnTheirWay() throws Exception {
        List<Pace.Turn> eight = turns(8);
        eight.forEach(Pace.Turn::limited);
        assertThat(pace.places()).isEqualTo(4);
        eight.forEach(Pace.Turn::close);

        Pace.Turn later = pace.turn();
        later.limited();
        assertThat(pace.places()).isEqualTo(1);
        later.limited();
        later.close();
        assertThat(pace.places()).as("never less").isEqualTo(1);
    }

    @Test
    void growsByOneWhenAsManyAsGoAtOnceWentWell() throws Exception {
        List<Pace.Turn> eight = turns(8);
        eight.forEach(Pace.Turn::limited);
        eight.subList(0, 3).forEach(Pace.Turn::succeeded);
        assertThat(pace.places()).isEqualTo(4);
        eight.subList(3, 5).forEach(Pace.Turn::succeeded);
        assertThat(pace.places()).isEqualTo(5);
        eight.forEach(Pace.Turn::close);
    }

    /** Each of a thread of its own, as a run has them. */
    private List<Pace.Turn> turns(int count) throws InterruptedException {
        List<Pace.Turn> turns = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Thread thread = Thread.ofPlatform().start(() -> {
                try {
                    synchronized (turns) {
                        turns.add(pace.turn());
                    }
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.join();
        }
        return turns;
    }

    @Test
    void aRequestInsideAnotherOneTakesNoSecondPlace() throws Exception {
        Pace.Turn first = pace.turn();
        first.limited();
        assertThat(pace.places()).isEqualTo(1);

        pace.turn().close();
        first.close();
    }
}
