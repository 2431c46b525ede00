package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.config.Section;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.Manifest;
import dev.jrelease.layout.Layouts;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.verify.ImageVerifier;
import dev.jrelease.pipes.images.verify.LayerIndex;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import java.util.List;
import java.util.Optional;

/**
 * Looks up the immutable tags of images, or of indexes. What is there, belongs to the same revision and is what it says
 * is adopted: it comes into the layout, and later stages name it instead of what was built.
 */
public final class LookUpPipe implements Pipe<ImagesConfig, TagTask> {
    private final String name;
    private final Class<? extends Subject> kind;
    private final Layouts layouts;
    private final Registries registries;
    private final ImageVerifier verifier = new ImageVerifier(new LayerIndex());

    private LookUpPipe(String name, Class<? extends Subject> kind, Layouts layouts, Registries registries) {
        this.name = name;
        this.kind = kind;
        this.layouts = layouts;
        this.registries = registries;
    }

    public static LookUpPipe images(Layouts layouts, Registries registries) {
        return new LookUpPipe("look up image tags", Subject.OfImage.class, layouts, registries);
    }

    public static LookUpPipe indexes(Layouts layouts, Registries registries) {
        return new LookUpPipe("look up manifest tags", Subject.OfIndex.class, layouts, registries);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Section<ImagesConfig> section() {
        return ImagesConfig.SECTION;
    }

    @Override
    public Optional<String> skipWord() {
        return Optional.of(SkipWord.PUBLISH);
    }

    @Override
    public boolean tellsAllRefusals() {
        return true;
    }

    @Override
    public Plan<TagTask> plan(ImagesConfig config, Planning planning) {
        return Plan.of(Publication.of(config, planning).immutable().stream()
                .filter(tag -> kind.isInstance(tag.subject()))
                .toList());
    }

    @Override
    public List<Artifact> run(TagTask task, Run run) throws InterruptedException {
        OciLayout layout = layouts.at(ImageLayout.in(run));
        Repository repository = registries.repository(task.name().reference(), task.access(), run.retry());
        Manifest ours = task.subject().content(new ImageContents(run));
        boolean overwrite = run.plan().options().overwrite();
        Optional<Manifest> found = new TagLookup(repository, layout, overwrite).look(task.name(), ours);
        if (found.isEmpty()) {
            return List.of();
        }
        if (!found.get().digest().equals(ours.digest())) {
            adopt(task, found.get(), repository, run);
        }
        return List.of(new FoundTag(task.name(), found.get()));
    }

    private void adopt(TagTask task, Manifest found, Repository repository, Run run) throws InterruptedException {
        OciLayout layout = layouts.at(ImageLayout.in(run));
        new ImageCopy(repository, layout, run.plan().options().parallelism()).copy(List.of(found));
        new Adoption(verifier, layout, task, run).judge(found);
        layout.tag(task.name().text(), found.descriptor());
        run.progress(task, "adopted " + found.digest() + ", which is there and of the same revision");
    }
}
