package dev.jrelease.pipes.images.plan;

import dev.jrelease.artifact.BuildOutput.Program;
import dev.jrelease.context.ExtraFile;
import dev.jrelease.context.RenderedFile;
import dev.jrelease.failure.Location;
import dev.jrelease.pipes.images.flags.BuildOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The inputs of the build of one image.
 *
 * @param dockerfile relative to the working directory
 * @param labels in the order of the file, the standard ones last
 * @param filledDockerfile the rendered Dockerfile, if it is a template
 * @param filledFiles rendered templates of the build context
 * @param unmade ids of programs or packages that are not made here
 * @param lacksPrograms whether programs that nothing here builds are to be in the context
 * @param target the stage to build; empty means the last
 */
public record BuildRecipe(
        String dockerfile,
        Location location,
        List<ExtraFile> files,
        List<Program> binaries,
        Optional<RenderedFile> filledDockerfile,
        List<RenderedFile> filledFiles,
        List<String> unmade,
        boolean lacksPrograms,
        Map<String, String> buildArgs,
        Map<String, String> labels,
        String target,
        BuildOptions options) {

    private static final Location NOWHERE = new Location("", 0, 0);

    public BuildRecipe {
        files = List.copyOf(files);
        binaries = List.copyOf(binaries);
        filledFiles = List.copyOf(filledFiles);
        unmade = List.copyOf(unmade);
        buildArgs = Collections.unmodifiableMap(new LinkedHashMap<>(buildArgs));
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    /** The paths of all files that it reads. */
    List<String> reads() {
        List<String> all = new ArrayList<>(List.of(dockerfile));
        files.forEach(file -> all.add(file.src()));
        binaries.forEach(binary -> all.add(binary.file().toString()));
        filledFiles.forEach(file -> all.add(file.src()));
        return all;
    }

    /** Whether both give the same image, wherever they are in the configuration. */
    boolean isSame(BuildRecipe other) {
        return withoutPlaces().equals(other.withoutPlaces());
    }

    private BuildRecipe withoutPlaces() {
        return new BuildRecipe(
                dockerfile,
                NOWHERE,
                files.stream()
                        .map(file -> new ExtraFile(file.src(), file.dst(), NOWHERE))
                        .toList(),
                binaries,
                filledDockerfile.map(BuildRecipe::withoutPlace),
                filledFiles.stream().map(BuildRecipe::withoutPlace).toList(),
                unmade,
                lacksPrograms,
                buildArgs,
                labels,
                target,
                options.allAt(NOWHERE));
    }

    private static RenderedFile withoutPlace(RenderedFile file) {
        return new RenderedFile(file.src(), file.dst(), file.content(), file.executable(), NOWHERE);
    }
}
