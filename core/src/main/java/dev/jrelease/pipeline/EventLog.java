package dev.jrelease.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.AtomicFile;
import dev.jrelease.json.Json;
import dev.jrelease.report.EventJson;
import dev.jrelease.report.ReleaseEvent;
import dev.jrelease.report.ReleaseListener;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.secret.Redactor;
import dev.jrelease.text.VisibleText;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the events of a release to {@code events.jsonl} in its dist folder, one JSON object on each line. The output of
 * tools and the bytes of transfers are left out.
 */
public final class EventLog implements ReleaseListener, AutoCloseable {
    static final String FILE = "events.jsonl";

    private final String name;
    private final FileOutputStream file;
    private final Redactor redactor;
    private @Nullable IOException failure;

    private EventLog(String name, FileOutputStream file, Redactor redactor) {
        this.name = name;
        this.file = file;
        this.redactor = redactor;
    }

    /** Begins the log anew. */
    public static EventLog begin(ReleasePlan plan, Path dist, Redactor redactor) throws IOException {
        AtomicFile.write(dist, Path.of(FILE), "");
        return new EventLog(
                plan.dist() + "/" + FILE,
                new FileOutputStream(dist.resolve(FILE).toFile(), true),
                redactor);
    }

    @Override
    public void on(ReleaseEvent event, Duration elapsed) {
        boolean left = event instanceof ReleaseEvent.Transferred || event instanceof ReleaseEvent.Output;
        if (!left) {
            write(EventJson.of(event, elapsed));
        }
    }

    /** Writes how the release ended. A log without this line is of a release that was killed. */
    public void end(ReleaseReport report) {
        write(EventJson.end(report));
    }

    private void write(ObjectNode line) {
        if (failure != null) {
            return;
        }
        MaskedJson.maskKnown(line, redactor);
        try {
            file.write((VisibleText.json(Json.text(line)) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException full) {
            failure = full;
        }
    }

    /** Why the log is not complete, if it is not. A log that cannot be written does not stop a release. */
    public Optional<ReleaseException> failure() {
        return Optional.ofNullable(failure)
                .map(problem -> ReleaseException.couldNot(FailureKind.ENVIRONMENT, "write " + name)
                        .because(problem)
                        .build());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
