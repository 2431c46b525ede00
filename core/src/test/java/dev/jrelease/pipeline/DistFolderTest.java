package dev.jrelease.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        dist("dist").prepare(plan("1.2.3", false));
        Files.writeString(work.resolve("dist/kept"), "of the first try");

        dist("dist").prepare(plan("1.2.3", false));

        assertThat(work.resolve("dist/plan.json")).content().contains("\"version\" : \"1.2.3\"");
        assertThat(work.resolve("dist/kept")).exists();
    }

    @Test
    void refusesWhatAnotherPlanLeft() {
        dist("dist").prepare(plan("1.2.3", false));

        assertThatThrownBy(() -> dist("dist").prepare(plan("1.2.4", false)))
                .hasMessage("could not use dist: it holds what another plan left there");
    }

    @Test
    void refusesWhatIsNotOfARelease() throws IOException {
        Files.createDirectories(work.resolve("dist"));
        Files.writeString(work.resolve("dist/thesis.tex"), "the only copy");

        assertThatThrownBy(() -> dist("dist").prepare(plan("1.2.3", false))).hasMessageContaining("could not use dist");
        assertThat(work.resolve("dist/thesis.tex")).exists();
    }

    @Test
    void isEmptiedWhereThatIsAskedFor() throws IOException {
        dist("dist").prepare(plan("1.2.3", false));
        Files.createDirectories(work.resolve("dist/oci/blobs"));
        Files.writeString(work.resolve("dist/oci/blobs/one"), "old");

        dist("dist").prepare(plan("1.2.4", true));

        assertThat(work.resolve("dist/oci")).doesNotExist();
        assertThat(work.resolve("dist/plan.json")).content().contains("1.2.4");
    }

    @Test
    void emptyingRemovesALinkAndNotWhatItLeadsTo(@TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("precious"), "kept");
        Files.createDirectories(work.resolve("dist"));
        Files.createSymbolicLink(work.resolve("dist/link"), elsewhere);

        dist("dist").prepare(plan("1.2.3", true));

        assertThat(work.resolve("dist/link")).doesNotExist();
        assertThat(elsewhere.resolve("precious")).exists();
    }

    @Test
    void mustBeAFolderOfItsOwnInside() throws IOException {
        Files.createDirectories(work.resolve("other/.git"));

        for (String dist : List.of(".", "..", "../beside", "other")) {
            assertThatThrownBy(() -> dist(dist).prepare(plan("1.2.3", true)))
                    .hasMessageContaining("it is not a folder of its own inside " + work);
        }
        assertThat(work.resolve("other/.git")).exists();
    }

    @Test
    void saysWhatIsInTheWay() throws IOException {
        Files.writeString(work.resolve("dist"), "a file");

        assertThatThrownBy(() -> dist("dist").prepare(plan("1.2.3", false)))
                .hasMessageContaining(work.resolve("dist") + " is not a folder");
    }

    private DistFolder dist(String folder) {
        Environment environment = new Environment(Map.of(), work, work);
        return new DistFolder(environment.resolve(folder), work, new Redactor());
    }

    private ReleasePlan plan(String version, boolean clean) {
        ReleaseOptions options =
                new ReleaseOptions(false, clean, false, Optional.empty(), Set.of(), 1, Optional.empty());
        Environment environment = new Environment(Map.of(), work, work);
        return new ReleasePlan(
                "hello", version, "dist", ReleaseFacts.madeUp(environment, Instant.EPOCH), options, List.of());
    }
}
