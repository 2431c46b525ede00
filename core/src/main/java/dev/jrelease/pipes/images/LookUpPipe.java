package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Reason;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.layout.Layouts;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.pipes.images.plan.IndexChild;
import dev.jrelease.pipes.images.plan.IndexTask;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import dev.jrelease.verify.ImageVerifier;
import dev.jrelease.verify.LayerIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks up the immutable tags of images, or of indexes. What is there, belongs to the same revision and is what it says
 * is adopted: it comes into the layout, and later stages name it instead of what was built.
 *
 * <p>Images without names are looked up through their indexes, before any index is made: another one may name them, too.
 */
public final class LookUpPipe implements Pipe<ImageRelease, TagTask> {
    private final String name;
    private final boolean ofImages;
    private final Layouts layouts;
    private final Registries registries;
    private final ImageVerifier verifier = new ImageVerifier(new LayerIndex());

    private LookUpPipe(String name, boolean ofImages, Layouts layouts, Registries registries) {
        this.name = name;
        this.ofImages = ofImages;
        this.layouts = layouts;
        this.registries = registries;
    }

    public static LookUpPipe images(Layouts layouts, Registries registries) {
        return new LookUpPipe("look up image tags", true, layouts, registries);
    }

    public static LookUpPipe indexes(Layouts layouts, Registries registries) {
        return new LookUpPipe("look up manifest tags", false, layouts, registries);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Feature<ImageRelease> feature() {
        return ImageRelease.FEATURE;
    }

    @Override
    public Optional<String> skipWord() {
        return Optional.of(SkipWord.PUBLISH);
    }

    @Override
    public boolean reportsAllRefusals() {
        return true;
    }

    @Override
    public Plan<TagTask> plan(ImageRelease release, Planning planning) {
        return Plan.of(release.tags().stream()
                .filter(tag -> !tag.name().floating())
                .filter(tag -> ofImages == isOfImages(tag))
                .toList());
    }

    private static boolean isOfImages(TagTask task) {
        return !(task instanceof TagTask.OfIndex ofIndex) || ofIndex.index().isAllThereIs();
    }

    /** A mirror that fails is left out when it is its turn to be published to. */
    @Override
    public List<Artifact> run(TagTask task, Run run) throws InterruptedException {
        try {
            return lookUp(task, run);
        } catch (ReleaseException failure) {
            if (failure.kind() != FailureKind.REGISTRY
                    || !registries.isMirror(task.name().reference())) {
                throw failure;
            }
            run.warning("not looked up: " + Reason.of(failure));
            return List.of();
        }
    }

    private List<Artifact> lookUp(TagTask task, Run run) throws InterruptedException {
        OciLayout layout = layouts.at(ImageLayout.in(run));
        Repository repository =
                registries.repository(task.name().reference(), task.name().access(), run.retry());
        Manifest ours = ours(task, new ImageContents(run), layout);
        boolean overwrite = run.plan().options().overwrite();
        Optional<Manifest> found = new TagLookup(repository, layout, overwrite).look(task.name(), ours);
        if (found.isEmpty()) {
            return List.of();
        }
        boolean adopted = !found.get().digest().equals(ours.digest());
        List<Artifact> artifacts = new ArrayList<>();
        artifacts.add(new FoundTag(task.name(), found.get(), adopted));
        if (adopted) {
            adopt(task, found.get(), ours, repository, run);
            artifacts.addAll(images(task, found.get(), layout));
        }
        return artifacts;
    }

    private static Manifest ours(TagTask task, ImageContents contents, OciLayout layout) {
        return task instanceof TagTask.OfIndex(IndexTask index) && index.isAllThereIs()
                ? new IndexContents(contents, layout).index(index)
                : task.content(contents);
    }

    private void adopt(TagTask task, Manifest found, Manifest ours, Repository repository, Run run)
            throws InterruptedException {
        OciLayout layout = layouts.at(ImageLayout.in(run));
        new ImageCopy(repository, layout, run.plan().options().parallelism(), run::transferred).copy(List.of(found));
        new Adoption(verifier, layout, task, run).judge(found, ours);
        layout.tag(task.name().text(), found.descriptor());
        moving(task).forEach(name -> layout.tag(name.text(), found.descriptor()));
        run.message("adopted " + found.digest() + ", which is there and of the same revision");
    }

    /** Names of the same index that are not looked up: they move to what is adopted. */
    private static List<ImageName> moving(TagTask task) {
        return task instanceof TagTask.OfIndex(IndexTask index)
                ? index.allNames().stream().filter(ImageName::floating).toList()
                : List.of();
    }

    /** What from now on stands for the images of an index that have no names. It is for the same platforms. */
    private static List<AdoptedImage> images(TagTask task, Manifest found, OciLayout layout) {
        List<AdoptedImage> images = new ArrayList<>();
        if (task instanceof TagTask.OfIndex(IndexTask index)
                && index.isAllThereIs()
                && found instanceof ImageIndex theirs) {
            for (IndexChild child : index.children()) {
                if (child instanceof IndexChild.Built built) {
                    theirs.manifests().stream()
                            .filter(descriptor -> descriptor
                                    .platform()
                                    .filter(built.image().platform()::matches)
                                    .isPresent())
                            .findFirst()
                            .map(descriptor -> layout.manifest(descriptor.digest()))
                            .filter(ImageManifest.class::isInstance)
                            .ifPresent(image -> images.add(new AdoptedImage(built.image(), (ImageManifest) image)));
                }
            }
        }
        return images;
    }
}
