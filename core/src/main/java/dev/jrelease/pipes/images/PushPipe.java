package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.Manifest;
import dev.jrelease.layout.Layouts;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Pushes blobs and manifests by digest. No tag is written, so nobody sees a difference yet. */
public final class PushPipe implements Pipe<ImageRelease, PushTask> {
    private final Layouts layouts;
    private final Registries registries;

    public PushPipe(Layouts layouts, Registries registries) {
        this.layouts = layouts;
        this.registries = registries;
    }

    @Override
    public String name() {
        return "push";
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
    public Plan<PushTask> plan(ImageRelease release, Planning planning) {
        if (planning.options().snapshot()) {
            return Plan.skip("a snapshot writes to no registry");
        }
        return Plan.of(release.publication().pushes());
    }

    @Override
    public void preflight(PushTask task, Run run) {
        registries.repository(task.repository(), task.access(), run.retry()).checkPush();
    }

    /** {@code 1 image}, {@code 2 images and 1 index}: each counts once. */
    static String counted(List<Manifest> roots) {
        long indexes = roots.stream()
                .filter(ImageIndex.class::isInstance)
                .map(Manifest::digest)
                .distinct()
                .count();
        long images = roots.stream().flatMap(PushPipe::manifests).distinct().count() - indexes;
        String some = images + (images == 1 ? " image" : " images");
        return indexes == 0 ? some : some + " and " + indexes + (indexes == 1 ? " index" : " indexes");
    }

    /** Itself and what it names. */
    private static Stream<Digest> manifests(Manifest root) {
        return Stream.concat(
                Stream.of(root.digest()),
                root instanceof ImageIndex index
                        ? index.manifests().stream().map(Descriptor::digest)
                        : Stream.<Digest>of());
    }

    /** Repositories of this registry that have the blob, because an image of this release is based on one there. */
    private static Stream<String> bases(Descriptor blob, PushTask task, Run run) {
        return run.produced(BuiltImage.class).stream()
                .map(BuiltImage::base)
                .filter(base -> base.layers().contains(blob.digest()))
                .flatMap(base -> base.repository().stream())
                .filter(base -> base.registry().equals(task.repository().registry()))
                .map(ImageReference::repository)
                .filter(other -> !other.equals(task.repository().repository()));
    }

    @Override
    public List<Artifact> run(PushTask task, Run run) throws InterruptedException {
        Repository repository = registries.repository(task.repository(), task.access(), run.retry());
        ImageContents contents = new ImageContents(run);
        List<Manifest> roots = task.subjects().stream()
                .map(subject -> subject.content(contents))
                .distinct()
                .toList();
        Predicate<Descriptor> mounted = blob -> Stream.concat(bases(blob, task, run), task.mountFrom().stream())
                .distinct()
                .anyMatch(other -> repository.mount(blob, other));
        int parallelism = run.plan().options().parallelism();
        new ImageCopy(layouts.at(ImageLayout.in(run)), repository, mounted, parallelism, run::transferred).copy(roots);
        run.message("holds " + counted(roots) + " by digest");
        return List.of();
    }
}
