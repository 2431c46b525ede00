package dev.jrelease.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.environment.Environment;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistFolderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path work;

    @Test
    void holdsThePlanAndTakesItUpAgain() throws IOException {
        open("dist", plan("1.2.3", false));
        Files.writeString(work.resolve("dist/kept"), "of the first try");

        open("dist", plan("1.2.3", false));

        assertThat(work.resolve("dist/plan.json")).content().contains("\"version\" : \"1.2.3\"");
        assertThat(work.resolve("dist/kept")).exists();
    }

    @Test
    void refusesWhatAnotherPlanLeft() throws IOException {
        open("dist", plan("1.2.3", false));
        Files.createDirectories(work.resolve("dist/oci"));

        assertThatThrownBy(() -> open("dist", plan("1.2.4", false)))
                .hasMessage("could not use dist: it holds what another plan left there");
    }

    @Test
    void aPlanThatMadeNothingIsNotInTheWayOfAnother() throws IOException {
        open("dist", plan("1.2.3", false));

        open("dist", plan("1.2.4", false));

        assertThat(work.resolve("dist/plan.json")).content().contains("1.2.4");
    }

    @Test
    void refusesWhatIsNotOfARelease() throws IOException {
        Files.createDirectories(work.resolve("dist"));
        Files.writeString(work.resolve("dist/thesis.tex"), "the only copy");

        assertThatThrownBy(() -> open("dist", plan("1.2.3", false))).hasMessageContaining("could not use dist");
        assertThat(work.resolve("dist/thesis.tex")).exists();
    }

    @Test
    void isEmptiedWhereThatIsAskedFor() throws IOException {
        open("dist", plan("1.2.3", false));
        Files.createDirectories(work.resolve("dist/oci/blobs"));
        Files.writeString(work.resolve("dist/oci/blobs/one"), "old");

        open("dist", plan("1.2.4", true));

        assertThat(work.resolve("dist/oci")).doesNotExist();
        assertThat(work.resolve("dist/plan.json")).content().contains("1.2.4");
    }

    @Test
    void emptyingRemovesALinkAndNotWhatItLeadsTo(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("precious"), "kept");
        open("dist", plan("1.2.3", false));
        Files.createSymbolicLink(work.resolve("dist/link"), elsewhere);

        open("dist", plan("1.2.3", true));

        assertThat(work.resolve("dist/link")).doesNotExist();
        assertThat(elsewhere.resolve("precious")).exists();
    }

    @Test
    void mustBeAFolderOfItsOwnInside() throws IOException {
        Files.createDirectories(work.resolve("other/.git"));

        for (String dist : List.of(".", "..", "../beside", "other", ".git", "other/.git/objects")) {
            assertThatThrownBy(() -> open(dist, plan("1.2.3", true)))
                    .hasMessageContaining("it is not a folder of its own inside " + work);
        }
        assertThat(work.resolve("other/.git")).exists();
    }

    @Test
    void saysWhatIsInTheWay() throws IOException {
        Files.writeString(work.resolve("dist"), "a file");

        assertThatThrownBy(() -> open("dist", plan("1.2.3", false)))
                .hasMessageContaining(work.resolve("dist") + " is not a folder");
    }

    @Test
    void oneRunAtATimeUsesIt() throws IOException {
        try (DistFolder _ = dist("dist", plan("1.2.3", false))) {
            assertThatThrownBy(() -> open("dist", plan("1.2.3", true))).hasMessageContaining("another run is using it");
        }
        open("dist", plan("1.2.3", true));
    }

    @Test
    void isNotEmptiedIfNothingInItIsOfARelease() throws IOException {
        Files.createDirectories(work.resolve("src"));
        Files.writeString(work.resolve("src/Main.java"), "the only copy");

        assertThatThrownBy(() -> open("src", plan("1.2.3", true))).hasMessageContaining("could not empty");
        assertThat(work.resolve("src/Main.java")).exists();
    }

    @Test
    void mayNotBeReachedByALinkThatLeadsOut(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(elsewhere.resolve("sub/oci"));
        Files.createSymbolicLink(work.resolve("link"), elsewhere);

        assertThatThrownBy(() -> open("link/sub", plan("1.2.3", true)))
                .hasMessageContaining("it is not a folder of its own");
        assertThat(elsewhere.resolve("sub/oci")).exists();
    }

    @Test
    void whatADeadRunBuiltFromIsRemoved() throws IOException {
        open("dist", plan("1.2.3", false));
        Path left = DistFolder.newContext(work.resolve("dist"));

        open("dist", plan("1.2.3", false));

        assertThat(left).doesNotExist();
    }

    private void open(String folder, ReleasePlan plan) throws IOException {
        dist(folder, plan).close();
    }

    private DistFolder dist(String folder, ReleasePlan plan) {
        Environment environment = new Environment(Map.of(), work, work);
        return DistFolder.open(environment.resolve(folder), work, plan, new Redactor());
    }

    private ReleasePlan plan(String version, boolean clean) {
        ReleaseOptions options =
                new ReleaseOptions(false, clean, false, Optional.empty(), Set.of(), 1, Optional.empty());
        Environment environment = new Environment(Map.of(), work, work);
        ReleasePlan plan = new ReleasePlan(
                "hello",
                version,
                "dist",
                ReleaseFacts.madeUp(environment, Instant.EPOCH),
                options,
                Backoff.STANDARD,
                List.of());
        return plan.identifiedBy(plan, new Redactor());
    }
}
