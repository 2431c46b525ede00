package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.layout.Layouts;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Handover;
import dev.jrelease.pipeline.PartlyDoneException;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.PlanPart;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.IndexTask;
import dev.jrelease.publish.Attachment;
import dev.jrelease.publish.ObservedTags;
import dev.jrelease.publish.PreparedContent;
import dev.jrelease.publish.Publishable;
import dev.jrelease.registry.Registries;
import dev.jrelease.verify.ImageVerifier;
import dev.jrelease.verify.LayerIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Determines the content of every tag: looks up immutable tags, makes the indexes from what was found or built, and
 * hands on each tag with its content.
 *
 * <p>Images without names are looked up through their indexes, before any index is made: another one may name them, too.
 */
public final class ContentsPipe implements Pipe<ImageRelease, ContentsTask> {
    private final Feature<ImageRelease> feature;
    private final Layouts layouts;
    private final Registries registries;
    private final Handover<BuiltImage> built;
    private final Handover<PreparedContent> contents;
    private final ObservedTags observed;
    private final ImageVerifier verifier = new ImageVerifier(new LayerIndex());

    /**
     *
     * @param built gives the images
     * @param contents receives the tags with their content
     * @param observed what earlier stages have seen under the tags
     */
    public ContentsPipe(
            Feature<ImageRelease> feature,
            Layouts layouts,
            Registries registries,
            Handover<BuiltImage> built,
            Handover<PreparedContent> contents,
            ObservedTags observed) {
        this.feature = feature;
        this.layouts = layouts;
        this.registries = registries;
        this.built = built;
        this.contents = contents;
        this.observed = observed;
    }

    @Override
    public String name() {
        return "contents";
    }

    @Override
    public Feature<ImageRelease> feature() {
        return feature;
    }

    @Override
    public Optional<String> skipWord() {
        return Optional.of(SkipWord.DOCKER);
    }

    @Override
    public List<PlanPart> parts(List<ContentsTask> tasks) {
        return List.of(new PlanPart(
                "indexes",
                "docker manifests",
                tasks.stream().flatMap(task -> task.indexes().stream()).toList()));
    }

    @Override
    public Plan<ContentsTask> plan(ImageRelease release, Planning planning) {
        List<IndexTask> indexes = release.plan().indexes();
        return Plan.of(
                indexes.isEmpty() && release.tags().isEmpty()
                        ? List.of()
                        : List.of(new ContentsTask(indexes, release.tags())));
    }

    @Override
    public List<Artifact> run(ContentsTask task, Run run) throws InterruptedException {
        OciLayout layout = layouts.at(ImageLayout.in(run));
        TagSearch search = new TagSearch(registries, layout, verifier, observed);
        IndexMaker maker = new IndexMaker(registries, layout, verifier);
        ImageContents images = ImageContents.of(run.taken(built), layout);
        boolean adopts = !run.plan().options().publishesAsBuilt();
        ImageContents known = adopts ? images.withFound(search.findAll(task.ofImages(), images, run)) : images;
        List<CombinedIndex> made = maker.makeAll(task.indexes(), known, run);
        List<Artifact> artifacts = new ArrayList<>(made);
        try {
            ImageContents combined = known.withIndexes(made);
            ImageContents all = adopts ? combined.withFound(search.findAll(task.ofIndexes(), combined, run)) : combined;
            List<Publishable> publishable =
                    task.tagged().stream().map(new Mounts(all)::publishable).toList();
            run.handOn(contents, new PreparedContent(publishable, layout, Attachment.none()));
            artifacts.addAll(publishable);
            return artifacts;
        } catch (RuntimeException failure) {
            throw new PartlyDoneException(artifacts, failure);
        }
    }
}
