package dev.jrelease.pipes.images.entry;

import dev.jrelease.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the images of an entry are built, before templates are rendered.
 *
 * @param flags of {@code docker build}
 * @param byPlatform whether the build context contains the programs of all platforms, each in a folder of its platform
 */
public record EntryRecipe(
        Optional<Template> dockerfile,
        Optional<Template> templatedDockerfile,
        List<ExtraFileConfig> extraFiles,
        List<TemplatedFileConfig> templatedExtraFiles,
        List<Template> flags,
        Map<Template, Template> buildArgs,
        Map<Template, Template> labels,
        Map<Template, Template> annotations,
        Optional<Template> target,
        boolean byPlatform) {

    /** The Dockerfile or its template. */
    public Optional<Template> anyDockerfile() {
        return templatedDockerfile.or(() -> dockerfile);
    }

    Stream<Template> templates() {
        return Stream.of(
                        Stream.of(dockerfile, templatedDockerfile, target).flatMap(Optional::stream),
                        extraFiles.stream().flatMap(file -> Stream.concat(Stream.of(file.src()), file.dst().stream())),
                        templatedExtraFiles.stream().flatMap(file -> Stream.of(file.src(), file.dst())),
                        flags.stream(),
                        Stream.of(buildArgs, labels, annotations)
                                .flatMap(pairs -> Stream.concat(pairs.keySet().stream(), pairs.values().stream())))
                .flatMap(templates -> templates);
    }
}
