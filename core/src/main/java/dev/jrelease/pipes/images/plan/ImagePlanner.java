package dev.jrelease.pipes.images.plan;

import dev.jrelease.artifact.BuildOutput;
import dev.jrelease.artifact.PublishedName.Kind;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.PlatformFields;
import dev.jrelease.pipes.images.entry.ImageEntry;
import dev.jrelease.pipes.images.entry.Naming;
import dev.jrelease.pipes.images.entry.SkipPush;
import dev.jrelease.template.TemplateContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Plans the images of one entry, one for each of its platforms, and the indexes that are their common names. */
final class ImagePlanner {
    private static final Platform MADE_UP = Platform.of("linux", "amd64");

    private final Planning planning;
    private final Problems problems;
    private final ImageNames names;
    private final ImagePrograms programs;
    private final RecipePlanner recipes;
    private final BaseImages baseImages;

    /** @param others ids that are those of no program */
    ImagePlanner(Planning planning, ImageNames names, OtherIds others) {
        this.planning = planning;
        this.problems = planning.problems();
        this.names = names;
        this.programs = new ImagePrograms(planning, others);
        this.recipes = new RecipePlanner(planning);
        this.baseImages = new BaseImages(planning);
    }

    ImagesPlan plan(ImageEntry entry) {
        EntryPlatforms platforms = new EntryPlatforms(entry, planning);
        List<Platform> all = platforms.all();
        ImagesPlan planned = switch (entry.naming()) {
            case Naming.Separate separate -> separate(entry, separate, all);
            case Naming.Together together -> together(entry, together, all);
        };
        if (!platforms.isComplete()) {
            lookFurther(entry);
        } else if (all.isEmpty()) {
            problems.warning(entry.location(), entry.id() + " is left out: every one of its platforms is empty");
        }
        return planned;
    }

    private ImagesPlan separate(ImageEntry entry, Naming.Separate naming, List<Platform> platforms) {
        EntryAnnotations annotations = new EntryAnnotations(entry, false, planning);
        annotations.refuseOthers(platforms);
        List<ImageTask> images = new ArrayList<>();
        for (Platform platform : platforms) {
            switch (presence(entry, platform)) {
                case MADE -> {
                    List<ImageName> own = names.all(naming.names(), context(entry, platform));
                    // With an error nothing is built, and what else is wrong with the image is to be told at once.
                    if (!own.isEmpty() || problems.hasErrors()) {
                        images.add(image(entry, platform, own, platforms, annotations));
                    }
                }
                case PERHAPS -> {
                    List<ImageName> _ = names.all(naming.names(), context(entry, platform));
                    look(entry, platform, annotations);
                }
                case LEFT_OUT -> lookOnly(entry, platform);
            }
        }
        return new ImagesPlan(images, List.of());
    }

    /** Whether an image is made. */
    private enum Presence {
        MADE,
        /** It is left out by something that was made up. */
        PERHAPS,
        LEFT_OUT
    }

    private Presence presence(ImageEntry entry, Platform platform) {
        TemplateContext context = context(entry, platform);
        Optional<Location> condition = entry.inclusion().leftOutBy(context, problems);
        Optional<Location> by = condition.or(() -> programs.leaveOut(entry));
        if (by.isEmpty()) {
            return Presence.MADE;
        }
        boolean guess = planning.facts().madeUp()
                && (condition.isEmpty() || entry.inclusion().isGuess(context));
        names.leaveOut(entry.naming(), context, new LeftOut(by.get(), guess));
        return guess ? Presence.PERHAPS : Presence.LEFT_OUT;
    }

    /** What its values would do does not matter; names that nobody knows are mistakes all the same. */
    private void lookOnly(ImageEntry entry, Platform platform) {
        TemplateContext context = context(entry, platform);
        entry.templates().forEach(template -> template.lookOnly(context, problems));
    }

    /**
     * A condition that was made up says nothing: what is wrong with an image is told all the same, apart from programs
     * that there are none of for its platform, which may be why it is left out.
     */
    private void look(ImageEntry entry, Platform platform, EntryAnnotations annotations) {
        TemplateContext context = context(entry, platform);
        programs.checkNames(entry);
        recipes.plan(entry, List.of(), List.of(), context);
        annotations.ofImage(platform, context);
        SkipPush.allows(entry.skipPush(), context, planning);
    }

    private ImagesPlan together(ImageEntry entry, Naming.Together naming, List<Platform> asked) {
        Map<Presence, List<Platform>> byPresence =
                asked.stream().collect(Collectors.groupingBy(platform -> presence(entry, platform)));
        List<Platform> platforms = byPresence.getOrDefault(Presence.MADE, List.of());
        List<Platform> perhaps = byPresence.getOrDefault(Presence.PERHAPS, List.of());
        byPresence.getOrDefault(Presence.LEFT_OUT, List.of()).forEach(platform -> lookOnly(entry, platform));
        boolean leftOut = platforms.isEmpty() && !asked.isEmpty();
        if (leftOut && perhaps.isEmpty()) {
            return ImagesPlan.NOTHING;
        }
        TemplateContext context = baseImages.add(entry.context(), entry);
        List<ImageName> common = new CommonNames(names, problems).of(naming, entry, context);
        if (common.isEmpty() && !problems.hasErrors()) {
            return ImagesPlan.NOTHING;
        }
        boolean several = (leftOut ? perhaps : platforms).size() > 1;
        EntryAnnotations annotations = new EntryAnnotations(entry, several, planning);
        annotations.refuseOthers(asked);
        perhaps.forEach(platform -> look(entry, platform, annotations));
        if (leftOut) {
            return ImagesPlan.NOTHING;
        }
        List<ImageTask> images = platforms.stream()
                .map(platform -> image(entry, platform, several ? List.of() : common, platforms, annotations))
                .toList();
        return new ImagesPlan(
                images, several ? indexes(entry, common, images, annotations.ofIndex(context)) : List.of());
    }

    private List<IndexTask> indexes(
            ImageEntry entry, List<ImageName> common, List<ImageTask> images, Map<String, String> annotations) {
        List<IndexChild> children =
                images.stream().<IndexChild>map(IndexChild.Built::unnamed).toList();
        common.stream().limit(1).forEach(name -> SamePlatform.report(name, children, problems));
        boolean push = SkipPush.allows(entry.skipPush(), entry.context(), planning);
        return common.stream()
                .map(name ->
                        new IndexTask(entry.id(), Kind.IMAGE_V2, name, children, annotations, push, entry.insecure()))
                .toList();
    }

    /** Tells what else is wrong with an entry whose platforms are not all known: what does not depend on them. */
    private void lookFurther(ImageEntry entry) {
        TemplateContext context = context(entry, MADE_UP);
        names.forgo(entry.beginningsOfNames());
        if (entry.naming() instanceof Naming.Separate separate) {
            names.all(separate.names(), context);
        }
        programs.checkNames(entry);
        recipes.plan(entry, List.of(), List.of(), context);
        SkipPush.allows(entry.skipPush(), context, planning);
    }

    private ImageTask image(
            ImageEntry entry,
            Platform platform,
            List<ImageName> own,
            List<Platform> all,
            EntryAnnotations annotations) {
        TemplateContext context = context(entry, platform);
        List<BuildOutput.Binary> binaries =
                entry.byPlatform() ? programs.byPlatform(entry, all) : programs.flat(entry, platform, all);
        Set<String> insecure = new LinkedHashSet<>();
        if (entry.insecure()) {
            own.forEach(name -> insecure.add(name.reference().registry()));
        }
        return new ImageTask(
                new ImageKey(entry.location(), entry.combination(), platform),
                entry.id(),
                entry.naming() instanceof Naming.Together ? Kind.IMAGE_V2 : Kind.IMAGE,
                own,
                recipes.plan(entry, binaries, programs.unmade(entry), context),
                annotations.ofImage(platform, context),
                SkipPush.allows(entry.skipPush(), context, planning),
                entry.verified(),
                insecure);
    }

    private TemplateContext context(ImageEntry entry, Platform platform) {
        return baseImages.add(PlatformFields.add(entry.context(), platform), entry);
    }
}
