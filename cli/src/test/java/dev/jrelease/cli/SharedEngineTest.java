package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.engine.EngineFault;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine belongs to others, too: they take images away, and find none of ours when a release has ended. */
@SuppressWarnings("NullAway.Init")
class SharedEngineTest {
    private Bench bench;

    @BeforeEach
    void makeRepository(@TempDir Path folder) throws InterruptedException {
        bench = Bench.hello(folder);
    }

    @AfterEach
    void close() {
        assertThat(bench.engine().imageIds()).isEmpty();
        bench.close();
    }

    private long builds() {
        return bench.engine().requests().stream().filter("POST /build"::equals).count();
    }

    @Test
    void anImageThatAnotherRunRemovedIsBuiltAgain() {
        bench.engine().failNext(new EngineFault.RemovedImage());

        Outcome outcome = bench.jrelease().run("release");

        assertThat(outcome.code()).as(outcome.toString()).isZero();
        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void anImageThatIsThereButNotGivenAwayFailsTheRelease() {
        bench.engine().failNext(new EngineFault.RefusedExport(500, "input/output error"));

        Outcome outcome = bench.jrelease().run("release", "-p", "1");

        assertThat(outcome.code()).as(outcome.toString()).isEqualTo(ExitCode.ENVIRONMENT.code());
        assertThat(outcome.err()).contains("input/output error");
        assertThat(builds()).isLessThanOrEqualTo(2);
        assertThat(bench.registry().tagWrites()).isEmpty();
    }
}
