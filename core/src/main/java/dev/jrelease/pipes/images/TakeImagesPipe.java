package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.layout.Layouts;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.BuiltBefore;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Handover;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.PlanPart;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes images that were built before, instead of building them, into the layout of the release. */
public final class TakeImagesPipe implements Pipe<ImageRelease, TakeImagesTask> {
    private final Feature<ImageRelease> feature;
    private final Handover<BuiltImage> built;
    private final Layouts layouts;

    /**
     *
     * @param built receives the images
     */
    public TakeImagesPipe(Feature<ImageRelease> feature, Handover<BuiltImage> built, Layouts layouts) {
        this.feature = feature;
        this.built = built;
        this.layouts = layouts;
    }

    @Override
    public String name() {
        return "take images";
    }

    @Override
    public Feature<ImageRelease> feature() {
        return feature;
    }

    @Override
    public Optional<String> skipWord() {
        return Optional.empty();
    }

    @Override
    public List<PlanPart> parts(List<TakeImagesTask> tasks) {
        return List.of(new PlanPart(
                "images",
                "docker images",
                tasks.stream().map(TakeImagesTask::image).toList()));
    }

    @Override
    public Plan<TakeImagesTask> plan(ImageRelease release, Planning planning) {
        List<String> folders =
                planning.options().builtBefore().map(BuiltBefore::folders).orElse(List.of());
        return Plan.of(release.plan().images().stream()
                .map(image -> new TakeImagesTask(image, release.plan(), folders))
                .toList());
    }

    @Override
    public void preflight(TakeImagesTask task, Run run) {
        for (BuiltFolder folder : BuiltFolder.all(run)) {
            folder.check(run.plan());
        }
        find(task, run);
    }

    private record Found(BuiltLayout where, ImageManifest image) {}

    private Found find(TakeImagesTask task, Run run) {
        Map<ImageManifest, Found> found = new LinkedHashMap<>();
        for (BuiltFolder folder : BuiltFolder.all(run)) {
            BuiltLayout layout = new BuiltLayout(folder.text(), layouts.reading(folder.layout()));
            layout.image(task.image(), task.plan())
                    .ifPresent(image -> found.putIfAbsent(image, new Found(layout, image)));
        }
        if (found.isEmpty()) {
            throw couldNotTake(task)
                    .because("it is not in " + String.join(", ", task.folders()))
                    .hint("build it with: jrelease build --platforms "
                            + task.image().platform())
                    .build();
        }
        if (found.size() > 1) {
            throw couldNotTake(task)
                    .because("there are different ones: "
                            + String.join(
                                    " and ",
                                    found.values().stream()
                                            .map(one -> one.image().digest() + " in "
                                                    + one.where().folder())
                                            .toList()))
                    .hint("leave out a folder, or build each platform in one place only")
                    .build();
        }
        return found.values().iterator().next();
    }

    private static ReleaseException.Builder couldNotTake(TakeImagesTask task) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "take the image " + task.title())
                .at(task.image().key().entry());
    }

    @Override
    public List<Artifact> run(TakeImagesTask task, Run run) throws InterruptedException {
        Found found = find(task, run);
        OciLayout layout = layouts.at(ImageLayout.in(run));
        new ImageCopy(found.where().layout(), layout, run.plan().options().parallelism(), run::transferred)
                .copy(List.of(found.image()));
        layout.tag(
                task.image().names().stream().map(ImageName::text).toList(),
                found.image().descriptor());
        run.message("took " + found.image().digest() + " from " + found.where().folder());
        BuiltImage image = new BuiltImage(task.image(), found.image());
        run.handOn(built, image);
        return List.of(image);
    }
}
