package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.ArtifactRow;
import dev.jrelease.artifact.ArtifactRow.Place;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.report.FloatingTags;
import dev.jrelease.report.ReleaseReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table at the end of a release on a terminal. */
class ReportTableTest {
    private static final Platform AMD64 = Platform.of("linux", "amd64");
    private static final Platform ARM64 = Platform.of("linux", "arm64");
    private static final FloatingTags NONE = new FloatingTags(List.of(), List.of(), List.of(), List.of(), List.of());

    private record Rows(List<ArtifactRow> rows) implements Artifact {
        @Override
        public ObjectNode json() {
            return Json.object();
        }
    }

    private static Digest digest(String of) {
        return Digest.of(of.getBytes(StandardCharsets.UTF_8));
    }

    private static ArtifactRow tag(String name, String content, String how, Optional<Digest> before) {
        return new ArtifactRow(name, Place.REGISTRY, digest(content), List.of(), List.of(), how, before);
    }

    private static String table(boolean publishes, ArtifactRow... rows) {
        return table(80, publishes, rows);
    }

    private static String table(int columns, boolean publishes, ArtifactRow... rows) {
        ReleaseReport report = new ReleaseReport(
                "1.2.3",
                publishes,
                List.of(new Rows(List.of(rows))),
                NONE,
                Optional.empty(),
                List.of(),
                Optional.empty());
        return new ReportTable(report, "dist/oci", columns).text("hello", Duration.ofSeconds(75));
    }

    @Test
    void hasTheTagsOfEachRepository() {
        String index = digest("index").abbreviated();
        assertThat(table(
                        true,
                        ArtifactRow.inLayout(
                                "unused", digest("index"), List.of(AMD64, ARM64), List.of(34_000_000L, 30_000_000L)),
                        tag("localhost:5000/acme/hello:1.2.3", "index", "pushed", Optional.empty()),
                        tag("localhost:5000/acme/hello:latest", "index", "moved", Optional.of(digest("before"))),
                        tag(
                                "ghcr.io/acme/hello:latest",
                                "newer",
                                "kept: holds 1.4.0, which is newer than this",
                                Optional.empty())))
                .isEqualTo("""
                        localhost:5000/acme/hello
                          TAG     DIGEST                       SIZE         PLATFORMS
                          1.2.3   %s                 30 MB–34 MB  2 platforms  pushed
                          latest  %s → %s  30 MB–34 MB  2 platforms  moved
                        ghcr.io/acme/hello
                          TAG     DIGEST
                          latest  %s  kept: holds 1.4.0, which is newer than this
                        hello 1.2.3 is released, in 1m15s; run it with
                          docker run --rm localhost:5000/acme/hello:1.2.3
                        """.formatted(
                                index,
                                digest("before").abbreviated(),
                                index,
                                digest("newer").abbreviated()));
    }

    @ParameterizedTest
    @ValueSource(ints = {125, 160})
    void hasWholeDigestsWhereTheTerminalIsWide(int columns) {
        assertThat(table(
                        columns,
                        true,
                        tag("acme/hello:1.2.3", "index", "pushed", Optional.empty()),
                        tag("acme/hello:latest", "index", "moved", Optional.of(digest("before")))))
                .startsWith("""
                        acme/hello
                          TAG     DIGEST
                          1.2.3   %s                 pushed
                          latest  %s → %s  moved
                        """.formatted(digest("index"), digest("before").abbreviated(), digest("index")));
    }

    @Test
    void ofASnapshotNamesTheLayout() {
        assertThat(table(false, ArtifactRow.inLayout("acme/hello:1", digest("image"), List.of(AMD64), List.of(532L))))
                .isEqualTo("""
                        acme/hello
                          TAG  DIGEST        SIZE   PLATFORMS
                          1    %s  532 B  linux/amd64  in dist/oci
                        hello 1.2.3 is built, in 1m15s; look at it, and serve it for docker run, with
                          jrelease inspect oci:dist/oci:acme/hello:1
                          jrelease serve oci:dist/oci
                        """.formatted(digest("image").abbreviated()));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 120})
    void isNoWiderThanATerminalOf(int columns) {
        String table = table(
                columns,
                true,
                ArtifactRow.inLayout(
                        "unused", digest("index"), List.of(AMD64, ARM64), List.of(34_000_000L, 30_000_000L)),
                tag("localhost:5000/acme/hello:1.2.3", "index", "pushed", Optional.empty()),
                tag("localhost:5000/acme/hello:latest", "index", "moved", Optional.of(digest("before"))),
                tag("ghcr.io/acme/hello:latest", "newer", "kept: holds 1.4.0, which is newer", Optional.empty()));

        assertThat(table.lines().filter(line -> !line.startsWith("  docker run")))
                .allMatch(line -> line.length() <= columns);
    }

    @Test
    void hasNoColumnsWhereTheyLeaveTooLittleRoom() {
        String index = digest("index").abbreviated();
        assertThat(table(
                        60,
                        true,
                        ArtifactRow.inLayout(
                                "unused", digest("index"), List.of(AMD64, ARM64), List.of(34_000_000L, 30_000_000L)),
                        tag("acme/hello:1.2.3", "index", "pushed", Optional.empty()),
                        tag("acme/hello:latest", "index", "moved", Optional.of(digest("before")))))
                .isEqualTo("""
                        acme/hello
                          1.2.3
                              %s  30 MB–34 MB  2 platforms  pushed
                          latest
                              %s → %s  30 MB–34 MB  2 platforms
                              moved
                        hello 1.2.3 is released, in 1m15s; run it with
                          docker run --rm acme/hello:1.2.3
                        """.formatted(index, digest("before").abbreviated(), index));
    }

    @Test
    void isNoWiderThanATerminal() {
        String table = table(
                true,
                tag(
                        "registry.example.com/acme/hello:2026.11.30-rc.1-alpine-3.22-amd64",
                        "image",
                        "adopted: the same revision was there",
                        Optional.of(digest("before"))));

        assertThat(table.lines().filter(line -> !line.contains("docker run")))
                .allMatch(line -> line.length() <= 80)
                .contains("      adopted: the same revision was there");
    }
}
