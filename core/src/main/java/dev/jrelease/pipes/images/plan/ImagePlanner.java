package dev.jrelease.pipes.images.plan;

import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.artifact.PublishedName.Kind;
import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.fields.PlatformFields;
import dev.jrelease.image.IndexFormat;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.entry.EntryCondition.Decision;
import dev.jrelease.pipes.images.entry.EntryCondition.Presence;
import dev.jrelease.pipes.images.entry.ImageEntry;
import dev.jrelease.pipes.images.entry.NameTemplates;
import dev.jrelease.pipes.images.entry.SkipPush;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.BranchCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans the images of one entry, one for each platform, and the indexes with their common names. */
final class ImagePlanner {
    private final Planning planning;
    private final Problems problems;
    private final ImageNames names;
    private final ImagePrograms programs;
    private final RecipePlanner recipes;
    private final BaseImages baseImages;

    /**
     *
     * @param built what the entries of {@code builds} give
     * @param others ids of sections that are not run
     */
    ImagePlanner(Planning planning, ImageNames names, List<BuildOutput> built, ArchiveAndPackageIds others) {
        this.planning = planning;
        this.problems = planning.problems();
        this.names = names;
        this.programs = new ImagePrograms(planning, built, others);
        BranchCheck branchesOfFiles = new BranchCheck();
        this.recipes = new RecipePlanner(planning, branchesOfFiles);
        this.baseImages = new BaseImages(planning, branchesOfFiles);
    }

    /** What the images of one entry have in common. */
    private record Shared(ImageEntry entry, List<Platform> platforms, EntryAnnotations annotations) {}

    ImagesPlan plan(ImageEntry entry) {
        EntryPlatforms platforms = new EntryPlatforms(entry, planning);
        List<Platform> all = platforms.all();
        ImagesPlan planned = switch (entry.nameTemplates()) {
            case NameTemplates.Separate separate -> separate(entry, separate, all);
            case NameTemplates.Together together -> together(entry, together, all, platforms.unknown());
        };
        if (!platforms.isComplete()) {
            checkUnknownPlatforms(entry);
        } else if (all.isEmpty()) {
            problems.warning(entry.location(), entry.id() + " is left out: all its platforms are empty");
        }
        return planned;
    }

    private ImagesPlan separate(ImageEntry entry, NameTemplates.Separate nameTemplates, List<Platform> platforms) {
        EntryAnnotations annotations = new EntryAnnotations(entry, false, planning);
        annotations.refuseOthers(platforms);
        Shared shared = new Shared(entry, platforms, annotations);
        List<ImageTask> images = new ArrayList<>();
        for (Platform platform : platforms) {
            TemplateContext context = context(entry, platform);
            Presence presence = presence(entry, context);
            if (presence == Presence.LEFT_OUT) {
                checkNames(entry, context);
                continue;
            }
            List<ImageName> own = asSaid(names.all(nameTemplates.names(), context), entry);
            // After an error nothing is built, but further errors of the image are reported, too.
            if (!own.isEmpty() || problems.hasErrors()) {
                images.add(image(shared, platform, context, own, presence));
            }
        }
        return new ImagesPlan(images, List.of());
    }

    private Presence presence(ImageEntry entry, TemplateContext context) {
        Decision decision = entry.inclusion().decide(context, problems);
        if (decision.presence() != Presence.MADE) {
            decision.leftOutBy().ifPresent(by -> names.leaveOut(entry.nameTemplates(), context, by));
            return decision.presence();
        }
        Optional<Location> archive = programs.leaveOut(entry);
        if (archive.isPresent() && planning.facts().isCheck()) {
            return Presence.UNKNOWN; // the name of the project may equal the id of the archive
        }
        archive.ifPresent(by -> names.leaveOut(entry.nameTemplates(), context, by));
        return archive.isPresent() ? Presence.LEFT_OUT : Presence.MADE;
    }

    /** Reports unknown names of an entry whose values have no effect. */
    private void checkNames(ImageEntry entry, TemplateContext context) {
        entry.templates().forEach(template -> template.checkNames(context, problems));
    }

    /**
     *
     * @param unknown the number of further platforms that are unknown
     */
    private ImagesPlan together(
            ImageEntry entry, NameTemplates.Together nameTemplates, List<Platform> asked, int unknown) {
        Map<Platform, Presence> presences = new LinkedHashMap<>();
        asked.forEach(platform -> presences.put(platform, presence(entry, context(entry, platform))));
        List<Platform> platforms = asked.stream()
                .filter(platform -> presences.get(platform) != Presence.LEFT_OUT)
                .toList();
        asked.stream()
                .filter(platform -> presences.get(platform) == Presence.LEFT_OUT)
                .forEach(platform -> checkNames(entry, context(entry, platform)));
        if (platforms.isEmpty() && !asked.isEmpty()) {
            return ImagesPlan.NOTHING;
        }
        TemplateContext context = baseImages.add(entry.context(), entry);
        List<ImageName> common = asSaid(new CommonNames(names, problems).of(nameTemplates, entry, context), entry);
        names.addPossible(unknown > 0 ? common : List.of());
        if (common.isEmpty() && !problems.hasErrors()) {
            return ImagesPlan.NOTHING;
        }
        boolean several = platforms.size() + unknown > 1;
        if (!several && nameTemplates.format().value() == IndexFormat.DOCKER) {
            problems.error(
                    nameTemplates.format().location(),
                    "format: docker needs several platforms: with one, the tags hold the image itself",
                    "leave it out, or add platforms");
        }
        EntryAnnotations annotations = new EntryAnnotations(entry, several, planning);
        annotations.refuseOthers(asked);
        Shared shared = new Shared(entry, platforms, annotations);
        List<ImageTask> images = platforms.stream()
                .map(platform -> image(
                        shared,
                        platform,
                        context(entry, platform),
                        several ? List.of() : common,
                        presences.getOrDefault(platform, Presence.MADE)))
                .toList();
        return new ImagesPlan(
                images,
                several
                        ? indexes(entry, nameTemplates.format(), common, images, annotations.ofIndex(context))
                        : List.of());
    }

    private List<IndexTask> indexes(
            ImageEntry entry,
            Located<IndexFormat> format,
            List<ImageName> common,
            List<ImageTask> images,
            Map<String, String> annotations) {
        if (format.value() == IndexFormat.DOCKER && !annotations.isEmpty()) {
            problems.error(
                    format.location(),
                    "a Docker manifest list has no annotations",
                    "leave them out, or format: docker; those of the images begin with manifest:");
        }
        List<IndexChild> children =
                images.stream().<IndexChild>map(IndexChild.Built::unnamed).toList();
        common.stream().limit(1).forEach(name -> DuplicatePlatforms.report(name, children, problems));
        boolean push = SkipPush.allows(entry.skipPush(), entry.context(), planning);
        boolean perhaps = images.stream().allMatch(ImageTask::perhaps);
        return common.stream()
                .map(name -> new IndexTask(
                        entry.id(),
                        Kind.IMAGE_V2,
                        name,
                        List.of(name),
                        children,
                        annotations,
                        format.value(),
                        push,
                        perhaps))
                .toList();
    }

    /** Reports errors of an entry with unknown platforms that do not depend on them. */
    private void checkUnknownPlatforms(ImageEntry entry) {
        TemplateContext context = baseImages.add(PlatformFields.addUnknown(entry.context()), entry);
        names.addUnknown(entry.beginningsOfNames());
        if (entry.nameTemplates() instanceof NameTemplates.Separate separate) {
            names.addPossible(names.all(separate.names(), context));
        }
        programs.checkNames(entry);
        recipes.plan(entry, programs, List.of(), context);
        SkipPush.allows(entry.skipPush(), context, planning);
    }

    private ImageTask image(
            Shared shared, Platform platform, TemplateContext context, List<ImageName> own, Presence presence) {
        ImageEntry entry = shared.entry;
        boolean perhaps = presence == Presence.UNKNOWN;
        return new ImageTask(
                new ImageKey(entry.location(), entry.combination(), platform),
                entry.id(),
                entry.nameTemplates() instanceof NameTemplates.Together ? Kind.IMAGE_V2 : Kind.IMAGE,
                own,
                recipes.plan(entry, programs, binaries(shared, platform, perhaps), context),
                shared.annotations.ofImage(platform, context),
                SkipPush.allows(entry.skipPush(), context, planning),
                entry.verified(),
                List.of(),
                List.of(),
                perhaps);
    }

    /** An image may be left out because its platform has no programs. */
    private List<BuildOutput.Program> binaries(Shared shared, Platform platform, boolean perhaps) {
        ImageEntry entry = shared.entry;
        if (perhaps) {
            programs.checkNames(entry);
            return List.of();
        }
        return entry.recipe().byPlatform()
                ? programs.byPlatform(entry, shared.platforms)
                : programs.flat(entry, platform, shared.platforms);
    }

    private static List<ImageName> asSaid(List<ImageName> names, ImageEntry entry) {
        return names.stream().map(name -> name.with(entry.tagRule())).toList();
    }

    private TemplateContext context(ImageEntry entry, Platform platform) {
        return baseImages.add(PlatformFields.add(entry.context(), platform), entry);
    }
}
