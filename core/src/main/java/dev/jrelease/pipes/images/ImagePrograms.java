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

    List<BuildOutput.Binary> of(ImageEntry entry, Platform platform) {
        Platform wanted = entry.platforms().ofPrograms(platform);
        checkNames(entry);
        entry.ids().forEach(id -> checkPlatform(id, wanted, entry.location()));
        return programs.stream()
                .filter(program -> entry.ids().isEmpty() || entry.ids().contains(program.buildId()))
                .filter(program -> program.platform().matches(wanted))
                .toList();
    }

    /** Whether there are the entries that it names, whatever the platform. */
    void checkNames(ImageEntry entry) {
        List<String> known =
                outputs.stream().map(BuildOutput::buildId).distinct().toList();
        for (String id : entry.ids()) {
            if (!known.contains(id)) {
                String hint = Suggestion.didYouMean(id, known)
                        .orElse(
                                known.isEmpty()
                                        ? "there is no builds section"
                                        : "known are " + String.join(", ", known));
                problems.error(entry.location(), "ids: no entry of builds is called " + id, hint);
            }
        }
    }

    private void checkPlatform(String id, Platform wanted, Location location) {
        Predicate<BuildOutput.Binary> ofEntry = program -> program.buildId().equals(id);
        if (programs.stream().anyMatch(ofEntry)
                && programs.stream()
                        .filter(ofEntry)
                        .noneMatch(program -> program.platform().matches(wanted))) {
            problems.error(location, "builds entry " + id + " has no program for " + wanted);
        }
    }
}
