package dev.jrelease.pipes.images;

import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.Platform;
import java.util.List;
import java.util.function.Predicate;

/** Chooses the programs that go into an image: those of its platform, from the entries of {@code builds} it names. */
final class ImagePrograms {
    private final List<BuildOutput> outputs;
    private final List<BuildOutput.Binary> programs;
    private final Problems problems;

    ImagePrograms(List<BuildOutput> outputs, Problems problems) {
        this.outputs = List.copyOf(outputs);
        this.programs = outputs.stream()
                .filter(BuildOutput.Binary.class::isInstance)
                .map(BuildOutput.Binary.class::cast)
                .toList();
        this.problems = problems;
    }

    List<BuildOutput.Binary> of(DockerConfig config, Platform platform) {
        Platform wanted = config.programPlatform(platform);
        config.ids().forEach(id -> check(id, wanted, config.location()));
        return programs.stream()
                .filter(program -> config.ids().isEmpty() || config.ids().contains(program.buildId()))
                .filter(program -> program.platform().matches(wanted))
                .toList();
    }

    private void check(String id, Platform wanted, Location location) {
        List<String> known =
                outputs.stream().map(BuildOutput::buildId).distinct().toList();
        Predicate<BuildOutput.Binary> ofEntry = program -> program.buildId().equals(id);
        if (!known.contains(id)) {
            String hint = Suggestion.didYouMean(id, known)
                    .orElse(known.isEmpty() ? "there is no builds section" : "known are " + String.join(", ", known));
            problems.error(location, "ids: no entry of builds is called " + id, hint);
        } else if (programs.stream().anyMatch(ofEntry)
                && programs.stream()
                        .filter(ofEntry)
                        .noneMatch(program -> program.platform().matches(wanted))) {
            problems.error(location, "builds entry " + id + " has no program for " + wanted);
        }
    }
}
