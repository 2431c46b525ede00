package dev.jrelease.cli;

import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.pipes.images.BuiltImage;
import dev.jrelease.pipes.images.CombinedIndex;
import dev.jrelease.pipes.images.ImageName;
import dev.jrelease.pipes.images.PromotePipe;
import dev.jrelease.pipes.images.PublishedTag;
import dev.jrelease.pipes.images.TagTask;
import dev.jrelease.report.ReleaseReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a release did: each name, the digest it holds, and how it came to hold it. */
final class ReportText {
    private ReportText() {}

    static String of(ReleaseReport report, ReleasePlan plan) {
        boolean publishes = !plan.tasks(TagTask.class).isEmpty();
        StringBuilder text = new StringBuilder(table(publishes ? published(report) : inLayout(report, plan)));
        if (report.stoppedIn().isPresent() && publishes) {
            text.append(whatMoved(report, plan)).append('\n');
        }
        return text.toString();
    }

    private static List<String[]> inLayout(ReleaseReport report, ReleasePlan plan) {
        List<String[]> rows = new ArrayList<>();
        String where = "in " + plan.dist() + "/oci";
        for (BuiltImage image : report.produced(BuiltImage.class)) {
            for (ImageName name : image.image().names()) {
                rows.add(new String[] {name.text(), image.manifest().digest().toString(), where});
            }
        }
        for (CombinedIndex index : report.produced(CombinedIndex.class)) {
            rows.add(new String[] {
                index.index().name().text(), index.manifest().digest().toString(), where
            });
        }
        return rows;
    }

    private static List<String[]> published(ReleaseReport report) {
        return report.produced(PublishedTag.class).stream()
                .map(tag -> new String[] {
                    tag.name().text(), tag.digest().toString(), tag.how().words()
                })
                .toList();
    }

    /** A tag whose write was cut off may or may not have moved: only the registry knows. */
    private static String whatMoved(ReleaseReport report, ReleasePlan plan) {
        if (!report.stoppedIn().equals(Optional.of(PromotePipe.NAME))) {
            return "no floating tag has moved";
        }
        List<String> seen = report.produced(PublishedTag.class).stream()
                .map(tag -> tag.name().text())
                .toList();
        List<String> unsure = plan.tasks(TagTask.class).stream()
                .map(tag -> tag.name().text())
                .filter(name -> !seen.contains(name))
                .distinct()
                .toList();
        return "not known whether they moved: " + String.join(", ", unsure);
    }

    private static String table(List<String[]> rows) {
        int widest = rows.stream().mapToInt(row -> row[0].length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            text.append(row[0])
                    .append(" ".repeat(widest - row[0].length() + 2))
                    .append(row[1])
                    .append("  ")
                    .append(row[2])
                    .append('\n');
        }
        return text.toString();
    }
}
