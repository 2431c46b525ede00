package dev.jrelease.cli;

import dev.jrelease.artifact.ArtifactRow;
import dev.jrelease.artifact.ArtifactRow.Place;
import dev.jrelease.duration.GoDuration;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Platform;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.text.ByteSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Shows on a terminal what a release did: the tags of each repository with their digests before and now, sizes and
 * platforms, and the command that runs the result.
 *
 * <pre>
 * ghcr.io/acme/hello
 *   TAG     DIGEST                       SIZE   PLATFORMS
 *   1.2.3   3daf238ae86b                 34 MB  3 platforms  pushed
 *   latest  91ab34cd56ef → 3daf238ae86b  34 MB  3 platforms  moved
 * </pre>
 *
 * @param layout the folder of the layout
 * @param columns of the terminal
 */
record ReportTable(ReleaseReport report, String layout, int columns) {
    private static final String GAP = "  ";
    private static final int INDENT = 6;
    private static final String BREAK = "\n" + " ".repeat(INDENT);
    private static final List<String> HEAD = List.of("TAG", "DIGEST", "SIZE", "PLATFORMS", "");

    /** @param took the time of the whole release */
    String text(String project, Duration took) {
        StringBuilder text = new StringBuilder();
        repositories().forEach((repository, rows) -> {
            text.append(repository).append('\n');
            text.append(lines(rows));
        });
        text.append(wrapped(ReportText.afterwards(report)));
        return text.append(wrapped(end(project, took))).toString();
    }

    /** A command, which is indented, stays whole, so that it can be copied. */
    private String wrapped(String text) {
        WordWrap wrap = new WordWrap(OptionalInt.of(columns));
        return text.lines()
                .map(line -> line.startsWith(GAP) ? line + "\n" : wrap.of(line))
                .collect(Collectors.joining());
    }

    /** The time, and the command that runs the result; empty after a failure. */
    String end(String project, Duration took) {
        return report.succeeded() ? end(project, GoDuration.text(Duration.ofSeconds(took.toSeconds()))) : "";
    }

    private Map<String, List<ArtifactRow>> repositories() {
        Map<String, List<ArtifactRow>> all = new LinkedHashMap<>();
        report.rows()
                .forEach(row -> all.computeIfAbsent(repository(row), _ -> new ArrayList<>())
                        .add(row));
        return all;
    }

    private static String repository(ArtifactRow row) {
        return row.name().substring(0, colon(row));
    }

    private static String tag(ArtifactRow row) {
        return row.name().substring(Math.min(row.name().length(), colon(row) + 1));
    }

    /** Of the tag: one before a slash is that of a port. */
    private static int colon(ArtifactRow row) {
        int colon = row.name().lastIndexOf(':');
        return colon > row.name().lastIndexOf('/') ? colon : row.name().length();
    }

    /** With whole digests where every row has room for its own. */
    private String lines(List<ArtifactRow> rows) {
        String whole = lines(rows, Digest::toString);
        boolean fits = whole.lines().allMatch(line -> line.length() <= columns)
                && whole.lines().count() == rows.size() + 1L;
        return fits ? whole : lines(rows, Digest::abbreviated);
    }

    private String lines(List<ArtifactRow> rows, Function<Digest, String> digest) {
        List<List<String>> all = new ArrayList<>();
        all.add(HEAD);
        rows.forEach(row -> all.add(cells(row, digest)));
        List<Integer> shown = shown(all);
        List<List<String>> cells =
                all.stream().map(row -> shown.stream().map(row::get).toList()).toList();
        int[] widths = new int[shown.size()];
        for (List<String> line : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        if (2
                        + Arrays.stream(widths)
                                .limit(widths.length - 1L)
                                .map(width -> width + GAP.length())
                                .sum()
                > columns) {
            cells.stream().skip(1).forEach(line -> text.append(broken(line)));
        } else {
            cells.forEach(line -> text.append(line(line, widths)));
        }
        return text.toString();
    }

    /** The columns that a row has something in, and the last one. Nothing was built for a promotion, so sizes lack. */
    private static List<Integer> shown(List<List<String>> all) {
        return IntStream.range(0, HEAD.size())
                .filter(column -> column == HEAD.size() - 1
                        || all.stream().skip(1).anyMatch(row -> !row.get(column).isEmpty()))
                .boxed()
                .toList();
    }

    /** Where columns leave too little room: the tag, and below it what fits in each line. */
    private String broken(List<String> cells) {
        StringBuilder text = new StringBuilder("  ").append(cells.getFirst());
        int width = columns;
        for (String cell : cells.subList(1, cells.size())) {
            boolean fits = width + GAP.length() + cell.length() <= columns;
            text.append(cell.isEmpty() ? "" : fits ? GAP + cell : BREAK + cell);
            width = cell.isEmpty() ? width : fits ? width + GAP.length() + cell.length() : INDENT + cell.length();
        }
        return text.append('\n').toString();
    }

    /** What is said last has a line of its own if it does not fit. */
    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder("  ");
        for (int i = 0; i < widths.length - 1; i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length() + GAP.length()));
        }
        boolean fits = line.length() + cells.getLast().length() <= columns;
        return (line + (fits ? cells.getLast() : "")).stripTrailing() + (fits ? "" : BREAK + cells.getLast()) + "\n";
    }

    private List<String> cells(ArtifactRow row, Function<Digest, String> digest) {
        String before = row.before().map(old -> old.abbreviated() + " → ").orElse("");
        return List.of(
                tag(row),
                before + digest.apply(row.digest()),
                size(row.sizes()),
                platforms(row),
                row.place() == Place.LAYOUT ? "in " + layout : row.how());
    }

    static String size(List<Long> sizes) {
        String least = sizes.stream()
                .min(Comparator.naturalOrder())
                .map(ByteSize::text)
                .orElse("");
        String most = sizes.stream()
                .max(Comparator.naturalOrder())
                .map(ByteSize::text)
                .orElse("");
        return least.equals(most) ? most : least + "–" + most;
    }

    static String platforms(ArtifactRow row) {
        List<String> real = row.platforms().stream()
                .filter(platform -> !platform.isUnknown())
                .map(Platform::toString)
                .distinct()
                .toList();
        return real.size() > 1 ? real.size() + " platforms" : String.join("", real);
    }

    private String end(String project, String took) {
        String name = project + " " + report.version();
        Comparator<ArtifactRow> platforms =
                Comparator.comparingInt(row -> row.platforms().size());
        return report.rows().stream()
                .max(platforms.thenComparingInt(row -> -report.rows().indexOf(row)))
                .map(row -> report.publishes()
                        ? name + " is released, in " + took + "; run it with\n  docker run --rm " + row.name() + "\n"
                        : name + " is built, in " + took + "; look at it, and serve it for docker run, with\n"
                                + "  jrelease inspect oci:" + layout + ":" + row.name() + "\n"
                                + "  jrelease serve oci:" + layout + "\n")
                .orElse("");
    }
}
