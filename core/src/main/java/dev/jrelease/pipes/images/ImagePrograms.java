package dev.jrelease.pipes.images;

import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.Platform;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

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

    /** Those of one platform, by file name alone. */
    List<BuildOutput.Binary> flat(ImageEntry entry, Platform platform) {
        Platform wanted = entry.platforms().ofPrograms(platform);
        checkNames(entry);
        entry.ids().forEach(id -> checkPlatform(id, wanted::matches, wanted, entry.location()));
        return ofEntry(entry)
                .filter(program -> program.platform().matches(wanted))
                .toList();
    }

    /** Those of all platforms, each in a folder of its platform, as BuildKit calls that in {@code TARGETPLATFORM}. */
    List<BuildOutput.Binary> byPlatform(ImageEntry entry, List<Platform> platforms) {
        checkNames(entry);
        for (String id : entry.ids()) {
            platforms.forEach(platform ->
                    checkPlatform(id, program -> PlatformFolder.isFor(platform, program), platform, entry.location()));
        }
        return platforms.stream()
                .flatMap(platform -> PlatformFolder.choose(
                                platform, ofEntry(entry).toList())
                        .stream()
                        .map(program -> PlatformFolder.inFolder(platform, program)))
                .distinct()
                .toList();
    }

    private Stream<BuildOutput.Binary> ofEntry(ImageEntry entry) {
        return programs.stream()
                .filter(program -> entry.ids().isEmpty() || entry.ids().contains(program.buildId()));
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

    private void checkPlatform(String id, Predicate<Platform> wanted, Platform platform, Location location) {
        List<BuildOutput.Binary> own = programs.stream()
                .filter(program -> program.buildId().equals(id))
                .toList();
        if (!own.isEmpty() && own.stream().map(BuildOutput.Binary::platform).noneMatch(wanted)) {
            problems.error(location, "builds entry " + id + " has no program for " + platform);
        }
    }
}
