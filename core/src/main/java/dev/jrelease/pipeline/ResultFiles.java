package dev.jrelease.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.Artifact;
import dev.jrelease.artifact.ArtifactRow;
import dev.jrelease.artifact.ListedArtifact;
import dev.jrelease.artifact.PublishedName;
import dev.jrelease.artifact.PublishedName.Kind;
import dev.jrelease.artifact.TagState;
import dev.jrelease.config.yaml.YamlText;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.AtomicFile;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.report.ReleaseReport;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The files in {@code dist} that describe a release to other programs, as GoReleaser writes them.
 *
 * @param dist the folder
 */
public record ResultFiles(ReleasePlan plan, Path dist) {
    private static final String METADATA = "metadata.json";
    private static final String CONFIG = "config.yaml";
    private static final String ARTIFACTS = "artifacts.json";

    /** The page that {@code jrelease report} makes of them. */
    public static final String REPORT = "report.html";

    /** Their names. */
    public static final List<String> NAMES = List.of(METADATA, CONFIG, ARTIFACTS, EventLog.FILE, REPORT);

    /** Writes what is known before the release begins, and removes the list of what an earlier run did. */
    public void begin(Instant now, Redactor redactor) {
        write(METADATA, Json.pretty(metadata(now)) + "\n");
        write(CONFIG, config(redactor));
        write(ARTIFACTS, "[]\n");
    }

    /** Writes what the release did, also if it failed. */
    public void end(ReleaseReport report) {
        ArrayNode list = Json.array();
        artifacts(report).forEach(artifact -> list.add(artifact.json()));
        write(ARTIFACTS, Json.pretty(list) + "\n");
    }

    private void write(String name, String text) {
        try {
            AtomicFile.write(dist, Path.of(name), text);
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "write " + plan.dist() + "/" + name)
                    .because(problem)
                    .build();
        }
    }

    private ObjectNode metadata(Instant now) {
        ReleaseFacts facts = plan.facts();
        Platform host = facts.host();
        ObjectNode metadata = Json.object()
                .put("project_name", plan.projectName())
                .put("tag", facts.tagPrefix() + facts.tag())
                .put(
                        "previous_tag",
                        facts.git()
                                .previousTag()
                                .map(tag -> facts.tagPrefix() + tag)
                                .orElse(""))
                .put("version", plan.version())
                .put("commit", facts.commit())
                .put("date", now.toString());
        metadata.putObject("runtime").put("goos", host.os()).put("goarch", host.architecture());
        return metadata;
    }

    /** The file with its includes, without aliases and secrets. */
    private String config(Redactor redactor) {
        ObjectNode content = plan.config().content();
        MaskedJson.maskEverySecret(content, redactor);
        if (content.path("file") instanceof ObjectNode file) {
            file.remove("includes");
        }
        return YamlText.of(content.path("file"));
    }

    private List<ListedArtifact> artifacts(ReleaseReport report) {
        List<ListedArtifact> all = new ArrayList<>();
        all.add(new ListedArtifact(
                METADATA, plan.dist() + "/" + METADATA, ListedArtifact.Kind.METADATA, Optional.empty(), Map.of()));
        report.artifacts().forEach(artifact -> all.addAll(artifact.listed()));
        Map<String, PublishedName> names = plan.published().stream()
                .collect(Collectors.toMap(PublishedName::text, Function.identity(), (first, _) -> first));
        for (Artifact artifact : report.artifacts()) {
            for (ArtifactRow row : artifact.rows()) {
                Optional.ofNullable(names.get(row.name()))
                        .filter(name -> report.publishes() ? isPublished(artifact, row) : name.kind() != Kind.IMAGE)
                        .ifPresent(name -> all.add(name.listed(row.digest())));
            }
        }
        return all;
    }

    private static boolean isPublished(Artifact artifact, ArtifactRow row) {
        return row.place() == ArtifactRow.Place.REGISTRY && artifact.tagStates().get(row.name()) == TagState.PUBLISHED;
    }
}
