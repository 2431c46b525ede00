package dev.jrelease.cli;

import dev.jrelease.artifact.ArtifactRow;
import dev.jrelease.artifact.ArtifactRow.Place;
import dev.jrelease.publish.Outcome.Command;
import dev.jrelease.publish.Outcome.LeftOut;
import dev.jrelease.report.FloatingTags;
import dev.jrelease.report.ReleaseReport;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes the results of a release: each name, its digest, and how it got it. */
final class ReportText {
    private ReportText() {}

    /** @param layout the folder of the layout */
    static String of(ReleaseReport report, String layout) {
        return table(report.rows(), layout) + afterwards(report);
    }

    /** The lines below the table. */
    static String afterwards(ReleaseReport report) {
        StringBuilder text = new StringBuilder();
        report.produced(LeftOut.class)
                .forEach(mirror ->
                        text.append("left out: ").append(mirror.text()).append('\n'));
        if (report.stoppedIn().isPresent() && report.publishes()) {
            text.append(whatMoved(report.floatingTags())).append('\n');
        }
        List<Command> commands = report.produced(Command.class);
        if (!commands.isEmpty()) {
            text.append("to put floating tags back, run\n");
            commands.forEach(command -> text.append("  ").append(command.text()).append('\n'));
        }
        return text.toString();
    }

    private static String whatMoved(FloatingTags tags) {
        if (tags.moved().isEmpty() && tags.unknown().isEmpty()) {
            return "no floating tag has moved" + (tags.takenBack().isEmpty() ? "" : ": those that had were taken back");
        }
        boolean all = Stream.of(tags.kept(), tags.takenBack(), tags.notMoved(), tags.unknown())
                .allMatch(List::isEmpty);
        if (all) {
            return "all floating tags name this release";
        }
        return Stream.of(
                        listed("floating tags that name this release: ", tags.moved()),
                        listed("kept: ", tags.kept()),
                        listed("taken back: ", tags.takenBack()),
                        listed("not moved: ", tags.notMoved()),
                        listed("not known whether they moved: ", tags.unknown()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> listed(String what, List<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(what + String.join(", ", names));
    }

    private static String table(List<ArtifactRow> rows, String layout) {
        int widest = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        for (ArtifactRow row : rows) {
            text.append(row.name()).append(" ".repeat(widest - row.name().length() + 2));
            text.append(row.digest()).append("  ");
            text.append(row.place() == Place.LAYOUT ? "in " + layout : row.how())
                    .append('\n');
        }
        return text.toString();
    }
}
