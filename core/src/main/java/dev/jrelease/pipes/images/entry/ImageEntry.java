package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Location;
import dev.jrelease.image.Access;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an entry asks for, in the one form that images are planned from, whichever section it stands in.
 *
 * @param combination of the values of its {@code matrix} that it stands for
 * @param context names that its templates know, beside those of a platform
 * @param inclusion which of its images are made
 * @param ids entries of {@code builds} whose programs go into the build context; none means all of the platform
 * @param flags in the words of {@code docker build}
 * @param byPlatform whether the build context holds the programs of all platforms, each in a folder of its platform
 * @param verified whether its images are checked to be what they say
 * @param access how its registries are talked to
 */
public record ImageEntry(
        Location location,
        Combination combination,
        TemplateContext context,
        EntryCondition inclusion,
        String id,
        List<Located<String>> ids,
        AskedPlatforms platforms,
        Naming naming,
        Optional<Template> dockerfile,
        Optional<Template> templatedDockerfile,
        List<ExtraFileConfig> extraFiles,
        List<TemplatedFileConfig> templatedExtraFiles,
        List<Template> flags,
        Map<Template, Template> buildArgs,
        Map<Template, Template> labels,
        Map<Template, Template> annotations,
        Optional<Template> target,
        Optional<Template> skipPush,
        boolean byPlatform,
        boolean verified,
        Access access) {

    /** The templates that its names begin with. */
    public List<Template> beginningsOfNames() {
        return switch (naming) {
            case Naming.Separate(List<Template> names) -> names;
            case Naming.Together(List<Template> images, List<Template> tags) -> images;
        };
    }

    /** All that it holds for each platform. */
    public Stream<Template> templates() {
        return Stream.of(
                        naming.templates().stream(),
                        Stream.of(dockerfile, templatedDockerfile, target, skipPush)
                                .flatMap(Optional::stream),
                        extraFiles.stream().flatMap(file -> Stream.concat(Stream.of(file.src()), file.dst().stream())),
                        templatedExtraFiles.stream().flatMap(file -> Stream.of(file.src(), file.dst())),
                        flags.stream(),
                        Stream.of(buildArgs, labels, annotations)
                                .flatMap(pairs -> Stream.concat(pairs.keySet().stream(), pairs.values().stream())))
                .flatMap(templates -> templates);
    }

    /** The Dockerfile, or the file whose content is a template of one. */
    public Optional<Template> anyDockerfile() {
        return templatedDockerfile.or(() -> dockerfile);
    }

    /** Where the file says which Dockerfile, else where the entry stands. */
    public Location dockerfileLocation() {
        return anyDockerfile().map(Template::location).orElse(location);
    }
}
