package dev.jrelease.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.facts.ReleaseFacts;
import dev.jrelease.git.GitState;
import dev.jrelease.image.Digest;
import dev.jrelease.json.Json;
import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * The identity of a plan: its configuration, facts and options, without the time and the options for speed. It contains
 * no secrets.
 *
 * @param variables of the environment that templates have read
 */
record PlanIdentity(
        ReleaseConfig config, ReleaseFacts facts, ReleaseOptions options, Set<String> variables, Redactor redactor) {

    Digest digest() {
        ObjectNode root = Json.object();
        root.set("config", config.content());
        root.set("release", release());
        root.set("git", git());
        root.set("options", chosen());
        root.set("environment", environment());
        MaskedJson.maskEverySecret(root, redactor);
        root.set("files", files());
        return Digest.of(Json.bytes(root));
    }

    private ObjectNode release() {
        return Json.object()
                .put("version", facts.version().toString())
                .put("tag", facts.tag())
                .put("tag_prefix", facts.tagPrefix())
                .put("previous_tag", facts.git().previousTag().orElse(""))
                .put("message", facts.git().message().contents())
                .put("summary", facts.git().summary())
                .put("source_date", facts.sourceDate().toString())
                .put("host", facts.host().toString())
                .put(
                        "folder",
                        String.valueOf(facts.environment().workingDirectory().getFileName()));
    }

    private ObjectNode git() {
        GitState state = facts.git().state();
        ObjectNode git = Json.object()
                .put("commit", state.commit())
                .put("short_commit", state.shortCommit())
                .put("commit_time", state.commitTime().toString())
                .put("branch", state.branch().orElse(""))
                .put("remote", state.remoteUrl().orElse(""))
                .put("shallow", state.shallow());
        ArrayNode changes = git.putArray("changes");
        state.changes().forEach(change -> changes.add(change.toString()));
        ObjectNode tags = git.putObject("tags");
        state.tags().forEach(tag -> tags.put(tag.name(), tag.commit()));
        return git;
    }

    private ObjectNode chosen() {
        ObjectNode chosen = Json.object()
                .put("snapshot", options.snapshot())
                .put("overwrite", options.overwrite())
                .put("allow_downgrade", options.allowDowngrade());
        if (!options.platforms().isEmpty()) {
            options.platforms()
                    .forEach(platform -> chosen.withArray("/platforms").add(platform.toString()));
        }
        options.candidate().ifPresent(candidate -> chosen.put("candidate", candidate.tag()));
        ArrayNode skip = chosen.putArray("skip");
        new TreeSet<>(options.skip()).forEach(skip::add);
        return chosen;
    }

    private ObjectNode environment() {
        ObjectNode used = Json.object();
        for (String name : new TreeSet<>(variables)) {
            String value = facts.environment().variables().get(name);
            used.put(name, value != null && Secret.is(name, value) ? Secret.MASK : value);
        }
        return used;
    }

    /** The files that templates have read, each as a digest of its content without secrets. */
    private ObjectNode files() {
        ObjectNode read = Json.object();
        facts.files().contents().forEach((path, content) -> {
            String text = new String(content, StandardCharsets.UTF_8);
            String masked = redactor.redact(text);
            byte[] shown = masked.equals(text) ? content : masked.getBytes(StandardCharsets.UTF_8);
            read.put(path, Digest.of(shown).toString());
        });
        return read;
    }
}
