package dev.jrelease.publish;

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
        List<TagResult> results, List<LeftOut> leftOut, List<String> commands, Optional<RuntimeException> failure) {
    public Outcome {
        results = List.copyOf(results);
        leftOut = List.copyOf(leftOut);
        commands = List.copyOf(commands);
    }

    /** A mirror that failed. */
    public record LeftOut(String repository, RuntimeException because) {}
}
