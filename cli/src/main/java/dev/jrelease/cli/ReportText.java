package dev.jrelease.cli;

import dev.jrelease.image.Digest;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.pipes.images.BuiltImage;
import dev.jrelease.pipes.images.CombinedIndex;
import dev.jrelease.pipes.images.PublishedTag;
import dev.jrelease.pipes.images.TagTask;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.report.ReleaseReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what a release did: each name, the digest it holds, and how it came to hold it. */
final class ReportText {
    private ReportText() {}

    private record Row(ImageName name, Digest digest, String remark) {}

    static String of(ReleaseReport report, ReleasePlan plan) {
        boolean publishes = !plan.tasks(TagTask.class).isEmpty();
        StringBuilder text = new StringBuilder(table(publishes ? published(report) : inLayout(report, plan)));
        if (report.stoppedIn().isPresent() && publishes) {
            text.append(whatMoved(report, plan)).append('\n');
        }
        return text.toString();
    }

    private static List<Row> inLayout(ReleaseReport report, ReleasePlan plan) {
        List<Row> rows = new ArrayList<>();
        String where = "in " + plan.dist() + "/oci";
        for (BuiltImage image : report.produced(BuiltImage.class)) {
            for (ImageName name : image.image().names()) {
                rows.add(new Row(name, image.manifest().digest(), where));
            }
        }
        for (CombinedIndex index : report.produced(CombinedIndex.class)) {
            rows.add(new Row(index.index().name(), index.manifest().digest(), where));
        }
        return rows;
    }

    private static List<Row> published(ReleaseReport report) {
        return report.produced(PublishedTag.class).stream()
                .map(tag -> new Row(tag.name(), tag.digest(), tag.how().words()))
                .toList();
    }

    /** A tag whose write was cut off may or may not have moved: only the registry knows. */
    private static String whatMoved(ReleaseReport report, ReleasePlan plan) {
        List<String> floating = plan.tasks(TagTask.class).stream()
                .filter(tag -> tag.name().floating())
                .map(TagTask::title)
                .distinct()
                .toList();
        List<String> done = report.produced(PublishedTag.class).stream()
                .map(tag -> tag.name().text())
                .filter(floating::contains)
                .toList();
        List<String> unsure =
                floating.stream().filter(report.unfinished()::contains).toList();
        List<String> left = floating.stream()
                .filter(name -> !done.contains(name) && !unsure.contains(name))
                .toList();
        if (done.isEmpty() && unsure.isEmpty()) {
            return "no floating tag has moved";
        }
        if (left.isEmpty() && unsure.isEmpty()) {
            return "all floating tags name this release";
        }
        return Stream.of(
                        listed("floating tags that name this release: ", done),
                        listed("not moved: ", left),
                        listed("not known whether they moved: ", unsure))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> listed(String what, List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(what + String.join(", ", names));
    }

    private static String table(List<Row> rows) {
        int widest =
                rows.stream().mapToInt(row -> row.name().text().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            String name = row.name().text();
            text.append(name).append(" ".repeat(widest - name.length() + 2));
            text.append(row.digest()).append("  ").append(row.remark()).append('\n');
        }
        return text.toString();
    }
}
