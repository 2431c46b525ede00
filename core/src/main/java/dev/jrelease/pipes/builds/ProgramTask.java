package dev.jrelease.pipes.builds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.failure.Location;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import java.util.List;
import java.util.Optional;

/** One program to take into the release, or an entry that is skipped or whose builder is not run here. */
public record ProgramTask(BuildOutput output, Location location) implements Task {

    @Override
    public String title() {
        return switch (output) {
            case BuildOutput.Binary binary -> binary.buildId() + " " + binary.platform();
            case BuildOutput.NotBuilt notBuilt -> notBuilt.buildId();
            case BuildOutput.Skipped skipped -> skipped.buildId();
        };
    }

    @Override
    public Optional<Platform> forPlatform() {
        return output instanceof BuildOutput.Binary binary ? Optional.of(binary.platform()) : Optional.empty();
    }

    @Override
    public List<String> describe() {
        return List.of(
                switch (output) {
                    case BuildOutput.Binary binary -> title() + "  " + binary.file();
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
            case BuildOutput.NotBuilt notBuilt -> node.put("builder", notBuilt.builder());
            case BuildOutput.Skipped skipped -> node.put("skipped", true);
        }
        return node;
    }

    @Override
    public List<String> reads() {
        return output instanceof BuildOutput.Binary binary
                ? List.of(binary.file().toString())
                : List.of();
    }
}
