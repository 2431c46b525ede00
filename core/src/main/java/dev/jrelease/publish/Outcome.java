package dev.jrelease.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.failure.Reason;
import dev.jrelease.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * What a transaction did, also when it failed.
 *
 * @param results one for each tag of which something is known, in the order of the publication
 * @param leftOut mirrors that failed, and why
 * @param commands that put back floating tags which could not be put back; none if there are no such tags
 * @param failure why it stopped, if it did
 */
public record Outcome(
        List<TagResult> results, List<LeftOut> leftOut, List<Command> commands, Optional<RuntimeException> failure) {
    public Outcome {
        results = List.copyOf(results);
        leftOut = List.copyOf(leftOut);
        commands = List.copyOf(commands);
    }

    /** A mirror that failed. */
    public record LeftOut(String repository, RuntimeException because) implements Artifact {
        /** {@code mirror.example.com/acme/hello, HTTP 503}. */
        public String text() {
            return repository + ", " + Reason.of(because);
        }

        @Override
        public ObjectNode json() {
            return Json.object()
                    .put("type", "left out")
                    .put("repository", repository)
                    .put("because", Reason.of(because));
        }
    }

    /** A command that a person has to run, because jrelease could not do the same. */
    public record Command(String text) implements Artifact {
        @Override
        public ObjectNode json() {
            return Json.object().put("type", "command").put("command", text);
        }
    }
}
