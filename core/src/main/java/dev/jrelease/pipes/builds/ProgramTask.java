package dev.jrelease.pipes.builds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.failure.Location;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import dev.jrelease.pipes.builds.work.ProgramBuild;
import dev.jrelease.secret.Secret;
import java.util.List;
import java.util.Optional;

/**
 * One program of the release, or an entry that is skipped or whose builder is not run here.
 *
 * @param build how the program is made; empty if it exists already, or is not made
 * @param left its path in the folder for results, if it is made
 */
public record ProgramTask(BuildOutput output, Optional<ProgramBuild> build, Optional<String> left, Location location)
        implements Task {

    /** An entry that makes nothing, or takes what exists. */
    ProgramTask(BuildOutput output, Location location) {
        this(output, Optional.empty(), Optional.empty(), location);
    }

    /** An entry with an error, whose programs are not known. */
    static ProgramTask invalid(String id, String builder, Location entry) {
        return new ProgramTask(new BuildOutput.NotBuilt(id, builder, List.of()), entry);
    }

    @Override
    public String title() {
        return switch (output) {
            case BuildOutput.Binary binary -> binary.buildId() + " " + binary.platform();
            case BuildOutput.Portable _, BuildOutput.NotBuilt _, BuildOutput.Skipped _ -> output.buildId();
        };
    }

    @Override
    public Optional<Platform> forPlatform() {
        return output instanceof BuildOutput.Binary binary ? Optional.of(binary.platform()) : Optional.empty();
    }

    @Override
    public List<String> describe() {
        String by = build.map(made -> "  by " + made.describe()).orElse("");
        return List.of(
                switch (output) {
                    case BuildOutput.Program program -> title() + "  " + program.file() + by;
                    case BuildOutput.NotBuilt notBuilt ->
                        notBuilt.buildId() + "  builder " + notBuilt.builder() + " is not run: release will stop";
                    case BuildOutput.Skipped skipped -> skipped.buildId() + "  skipped";
                });
    }

    @Override
    public ObjectNode json() {
        ObjectNode node = Json.object().put("id", output.buildId());
        switch (output) {
            case BuildOutput.Binary binary ->
                node.put("platform", binary.platform().toString())
                        .put("file", binary.file().toString())
                        .put("name", binary.name());
            case BuildOutput.Portable portable ->
                node.put("file", portable.file().toString()).put("name", portable.name());
            case BuildOutput.NotBuilt notBuilt -> node.put("builder", notBuilt.builder());
            case BuildOutput.Skipped skipped -> node.put("skipped", true);
        }
        build.ifPresent(made -> made.addTo(node));
        return node;
    }

    @Override
    public List<String> reads() {
        return output instanceof BuildOutput.Binary binary && build.isEmpty()
                ? List.of(binary.file().toString())
                : List.of();
    }

    @Override
    public List<String> leaves() {
        return left.stream().toList();
    }

    @Override
    public List<Secret> secrets() {
        return build.map(ProgramBuild::secrets).orElse(List.of());
    }
}
