package dev.jrelease.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.ConfigLoader;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void replacesWhatAnotherPlanLeftAndNothingElse() throws IOException {
        open("dist", plan("1.2.3", false, leaves("reports/digests.txt")));
        write("dist/oci/blobs/one", "old");
        write("dist/reports/digests.txt", "old");
        write("dist/keep/y", "the only copy");

        open("dist", plan("1.2.4", false));

        assertThat(work.resolve("dist/plan.json")).content().contains("1.2.4");
        assertThat(work.resolve("dist/oci")).doesNotExist();
        assertThat(work.resolve("dist/reports")).doesNotExist();
        assertThat(work.resolve("dist/keep/y")).exists();
    }

    @Test
    void aPlanThatMadeNothingIsNotInTheWayOfAnother() throws IOException {
        open("dist", plan("1.2.3", false));

        open("dist", plan("1.2.4", false));

        assertThat(work.resolve("dist/plan.json")).content().contains("1.2.4");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFolderWithOnlyWhatNoReleaseLeftIsRefusedInOneSentence(boolean clean) throws IOException {
        write("src/Main.java", "the only copy");
        write("src/keep/y", "the only copy");

        assertThatThrownBy(() -> open("src", plan("1.2.3", clean)))
                .hasMessage("could not use dist: it contains files that no release left: Main.java, keep")
                .extracting(problem -> ((ReleaseException) problem).kind())
                .isEqualTo(FailureKind.ENVIRONMENT);
        assertThat(work.resolve("src/Main.java")).exists();
        assertThat(work.resolve("src/keep/y")).exists();
    }

    @Test
    void cleaningNamesAndKeepsWhatNoReleaseLeft() throws IOException {
        open("dist", plan("1.2.3", false, leaves("digests.txt")));
        write("dist/oci/blobs/one", "old");
        write("dist/digests.txt", "old");
        write("dist/ledger.json", "what tags held before");
        write("dist/keep/y", "the only copy");
        write("dist/notes", "the only copy");

        try (DistFolder dist = dist("dist", plan("1.2.3", true))) {
            assertThat(dist.kept()).containsExactly("keep", "notes");
        }

        assertThat(work.resolve("dist/oci")).doesNotExist();
        assertThat(work.resolve("dist/digests.txt")).doesNotExist();
        assertThat(work.resolve("dist/ledger.json")).exists();
        assertThat(work.resolve("dist/keep/y")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dist/app_linux/app",
                "dist/app_linux",
                "dist/*/app",
                "dist/**",
                "./dist/app_linux/../app_linux/app"
            })
    void whatTheReleaseIsMadeOfStays(String input) throws IOException {
        goReleaserLeft("dist/app_linux/app", "dist/app.tar.gz");

        for (boolean clean : List.of(false, true, false)) {
            try (DistFolder dist = dist("dist", plan("1.2.3", clean, reads(input)))) {
                assertThat(dist.kept()).doesNotContain("app_linux");
            }
            assertThat(work.resolve("dist/app_linux/app")).content().isEqualTo("made by GoReleaser");
        }
    }

    @Test
    void removesWhatGoReleaserSaysItLeft() throws IOException {
        goReleaserLeft("dist/app_linux/app", "dist/app.tar.gz", "../outside", "dist/../src", "/etc/hostname");
        write("dist/app_linux/notes", "the only copy");
        write("src", "the only copy");

        assertThatThrownBy(() -> open("dist", plan("1.2.3", false)))
                .hasMessage("could not use dist: it contains results of GoReleaser");
        try (DistFolder dist = dist("dist", plan("1.2.3", true))) {
            assertThat(dist.kept()).containsExactly("app_linux");
        }

        assertThat(work.resolve("dist/app_linux")).isDirectoryContaining("glob:**/notes");
        assertThat(work.resolve("dist/app_linux/app")).doesNotExist();
        assertThat(work.resolve("dist/app.tar.gz")).doesNotExist();
        assertThat(work.resolve("dist/artifacts.json")).doesNotExist();
        assertThat(work.resolve("src")).exists();
    }

    @Test
    void saysWhichFolderItMayNotEmpty() throws IOException {
        open("dist", plan("1.2.3", false));
        write("dist/oci/blobs/one", "old");
        Path closed = work.resolve("dist/oci/blobs");
        Files.setPosixFilePermissions(closed, Set.of());
        try {
            assumeThat(Files.isReadable(closed)).as("this user may do anything").isFalse();

            assertThatThrownBy(() -> open("dist", plan("1.2.3", true)))
                    .hasMessageContaining("permission for " + closed + " is denied");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
        open("dist", plan("1.2.3", true));

        assertThat(work.resolve("dist/oci")).doesNotExist();
    }

    @Test
    void whatCannotBeTheNameOfAFileIsNoInput() throws IOException {
        open("dist", plan("1.2.3", false, reads("dist/\0"), reads("dist/[")));

        assertThat(work.resolve("dist/plan.json")).exists();
    }

    /** Whatever was removed by then, and whatever was not. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cleaningThatWasKilledGoesOn(boolean clean) throws IOException {
        open("dist", plan("1.2.3", false));
        write("dist/oci/blobs/one", "old");
        DistRecord.ofLeftovers(Set.of("oci", "app_linux/app")).write(work.resolve("dist"));
        write("dist/app_linux/app", "made by GoReleaser");

        open("dist", plan("1.2.3", clean));

        assertThat(work.resolve("dist/oci")).doesNotExist();
        assertThat(work.resolve("dist/app_linux")).doesNotExist();
        assertThat(work.resolve("dist/plan.json")).content().contains("1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oci", "reports"})
    void removesALinkAndNotWhatItLeadsTo(String name, @TempDir Path elsewhere) throws IOException {
        Files.writeString(elsewhere.resolve("digests.txt"), "kept");
        open("dist", plan("1.2.3", false, leaves("reports/digests.txt")));
        Files.createSymbolicLink(work.resolve("dist").resolve(name), elsewhere);

        open("dist", plan("1.2.4", false));

        assertThat(elsewhere.resolve("digests.txt")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {".plan", ".plan.new", "plan.json", "plan.json.new"})
    void writesThroughNoLink(String name, @TempDir Path elsewhere) throws IOException {
        Path precious = Files.writeString(elsewhere.resolve("precious"), "kept");
        Files.createDirectories(work.resolve("dist"));
        Files.createSymbolicLink(work.resolve("dist").resolve(name), precious);

        open("dist", plan("1.2.3", false));

        assertThat(precious).content().isEqualTo("kept");
        assertThat(work.resolve("dist/plan.json")).content().contains("1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {".lock", "oci"})
    void refusesALinkWhereItWouldWrite(String name, @TempDir Path elsewhere) throws IOException {
        Files.createDirectories(work.resolve("dist"));
        Files.createSymbolicLink(work.resolve("dist").resolve(name), elsewhere.resolve("made"));

        assertThatThrownBy(() -> open("dist", plan("1.2.3", false)))
                .hasMessageContaining("could not prepare " + work.resolve("dist"))
                .hasMessageContaining("symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
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
                .hasMessageContaining(work.resolve("dist") + " is not a folder")
                .isInstanceOfSatisfying(
                        ReleaseException.class,
                        failure -> assertThat(failure.hint())
                                .contains("move that file away, or name another folder with dist:"));
    }

    @ParameterizedTest
    @CsvSource({
        "dist, dist, is not a folder",
        "sub/out, sub/out, is not a folder",
        "linked, linked/oci, is reached by a link that leads out",
        "linked, linked, is reached by a link that leads out",
        "other, dist, ''"
    })
    void aCheckSeesWhatIsInTheWay(String there, String dist, String why, @TempDir Path elsewhere) throws IOException {
        Files.createDirectories(work.resolve(there).getParent());
        if (there.equals("linked")) {
            Files.createSymbolicLink(work.resolve(there), elsewhere);
        } else {
            Files.writeString(work.resolve(there), "a file");
        }

        assertThat(warnings("dist: " + dist + "\n", Optional.of(work)))
                .hasSize(why.isEmpty() ? 0 : 1)
                .allSatisfy(warning -> assertThat(warning)
                        .startsWith(".release.yaml:1:7: warning: dist '" + dist + "' " + why)
                        .contains("release will stop"));
        assertThat(warnings("dist: " + dist + "\n", Optional.of(elsewhere))).isEmpty();
        assertThat(warnings("dist: " + dist + "\n", Optional.empty())).isEmpty();
    }

    @Test
    void theStandardFolderIsSeenToo() throws IOException {
        Files.writeString(work.resolve("dist"), "a file");

        assertThat(warnings("project_name: x\n", Optional.of(work)))
                .singleElement()
                .asString()
                .startsWith(".release.yaml: warning: dist 'dist' is not a folder");
    }

    private List<String> warnings(String yaml, Optional<Path> folder) {
        Problems problems = new Problems();
        ReleaseConfig config = ConfigLoader.load(new ConfigFile(".release.yaml", yaml, folder), List.of(), problems);
        DistPlace.check(config, new Environment(Map.of(), work, work), problems);
        return problems.list().stream().map(Problem::toString).toList();
    }

    @Test
    void oneRunAtATimeUsesIt() throws IOException {
        try (DistFolder _ = dist("dist", plan("1.2.3", false))) {
            assertThatThrownBy(() -> open("dist", plan("1.2.3", true))).hasMessageContaining("another run is using it");
        }
        open("dist", plan("1.2.3", true));
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

    private void open(String folder, DistContents plan) throws IOException {
        dist(folder, plan).close();
    }

    private DistFolder dist(String folder, DistContents plan) {
        Environment environment = new Environment(Map.of(), work, work);
        return DistFolder.open(environment.resolve(folder), work, plan);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(work.resolve(file).getParent());
        Files.writeString(work.resolve(file), text);
    }

    private void goReleaserLeft(String... files) throws IOException {
        ArrayNode artifacts = Json.array();
        for (String file : files) {
            artifacts.addObject().put("name", "app").put("path", file).put("type", "Binary");
            if (file.startsWith("dist/app")) {
                write(file, "made by GoReleaser");
            }
        }
        write("dist/artifacts.json", artifacts.toString());
        write("dist/metadata.json", "{}");
    }

    /** Files of one task of the plan. */
    private record UsedFiles(List<String> reads, List<String> leaves) {}

    private static UsedFiles reads(String file) {
        return new UsedFiles(List.of(file), List.of());
    }

    private static UsedFiles leaves(String file) {
        return new UsedFiles(List.of(), List.of(file));
    }

    private static DistContents plan(String version, boolean clean, UsedFiles... files) {
        return new DistContents(
                "dist",
                "plan of " + version,
                "{ \"version\" : \"" + version + "\" }\n",
                clean,
                Stream.of(files).flatMap(file -> file.reads().stream()).toList(),
                Stream.of(files).flatMap(file -> file.leaves().stream()).toList());
    }
}
