package dev.jrelease.pipes.images.entry;

import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Location;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entry of any section about images, in one common form for the planners.
 *
 * @param combination of the values of its {@code matrix}
 * @param context names that its templates know, besides those of a platform
 * @param inclusion which of its images are made
 * @param ids entries of {@code builds} whose programs go into the build context; empty means all programs of the
 *     platform
 * @param verified whether its images are verified
 * @param tagRule how its tags are written
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
        TagRule tagRule) {

    /** The templates of repositories. */
    public List<Template> beginningsOfNames() {
        return switch (nameTemplates) {
            case NameTemplates.Separate(List<Template> names) -> names;
            case NameTemplates.Together(List<Template> images, var _, var _) -> images;
        };
    }

    /** All templates that are rendered for each platform. */
    public Stream<Template> templates() {
        return Stream.of(nameTemplates.templates().stream(), recipe.templates(), skipPush.stream())
                .flatMap(templates -> templates);
    }

    /** The location of the Dockerfile's name, else of the entry. */
    public Location dockerfileLocation() {
        return recipe.anyDockerfile().map(Template::location).orElse(location);
    }
}
