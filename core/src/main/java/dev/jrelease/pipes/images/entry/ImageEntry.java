package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Location;
import dev.jrelease.image.Access;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an entry asks for, in the one form that images are planned from, whichever section it stands in.
 *
 * @param combination of the values of its {@code matrix} that it stands for
 * @param context names that its templates know, beside those of a platform
 * @param inclusion which of its images are made
 * @param ids entries of {@code builds} whose programs go into the build context; none means all of the platform
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
        PlatformKeys platforms,
        NameTemplates nameTemplates,
        EntryRecipe recipe,
        Optional<Template> skipPush,
        boolean verified,
        Access access) {

    /** The templates that its names begin with. */
    public List<Template> beginningsOfNames() {
        return switch (nameTemplates) {
            case NameTemplates.Separate(List<Template> names) -> names;
            case NameTemplates.Together(List<Template> images, List<Template> tags) -> images;
        };
    }

    /** All that it holds for each platform. */
    public Stream<Template> templates() {
        return Stream.of(nameTemplates.templates().stream(), recipe.templates(), skipPush.stream())
                .flatMap(templates -> templates);
    }

    /** Where the file says which Dockerfile, else where the entry stands. */
    public Location dockerfileLocation() {
        return recipe.anyDockerfile().map(Template::location).orElse(location);
    }
}
