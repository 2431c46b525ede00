package dev.jrelease.dist;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.WholeFile;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What a dist folder was made from, as a file in it states.
 *
 * @param dirty whether files differed from the commit
 * @param begun when the run began; empty if that is not known
 */
public record DistOrigin(
        String project, String version, String commit, boolean snapshot, boolean dirty, Optional<Instant> begun) {
    private static final String METADATA = "metadata.json";

    /**
     * Reads it.
     *
     * @throws ReleaseException of kind ENVIRONMENT if it is no dist folder
     */
    public static DistOrigin of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw refused(folder).because("there is no such folder").build();
        }
        Path file = folder.resolve(DistFolder.PLAN);
        try {
            JsonNode plan = Json.parse(WholeFile.bytes(file));
            return new DistOrigin(
                    plan.path("project_name").asText(),
                    plan.path("version").asText(),
                    plan.path("commit").asText(),
                    plan.path("snapshot").asBoolean(),
                    plan.path("dirty").asBoolean(),
                    begun(folder));
        } catch (IOException unreadable) {
            throw refused(file).because(unreadable).build();
        }
    }

    private static ReleaseException.Builder refused(Path file) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read " + file)
                .hint("name a dist folder that jrelease build left, or only its images: oci:DIR");
    }

    private static Optional<Instant> begun(Path folder) throws IOException {
        Path file = folder.resolve(METADATA);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Instant.parse(Json.parse(WholeFile.bytes(file)).path("date").asText()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
