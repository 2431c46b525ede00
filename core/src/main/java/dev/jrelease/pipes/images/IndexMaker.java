package dev.jrelease.pipes.images;

import dev.jrelease.concurrent.Parallel;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ChildDescriptors;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.IndexBuilder;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Platform;
import dev.jrelease.image.PlatformOverride;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.IndexChild;
import dev.jrelease.pipes.images.plan.IndexTask;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import dev.jrelease.verify.ImageVerifier;
import dev.jrelease.verify.SiblingCheck;
import dev.jrelease.verify.SiblingCheck.Sibling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the indexes, in the layout. Children are named by digest: those just built, or pinned ones of a registry. */
record IndexMaker(Registries registries, OciLayout layout, ImageVerifier verifier) {
    /** Makes indexes in parallel. */
    List<CombinedIndex> makeAll(List<IndexTask> tasks, ImageContents contents, Run run) throws InterruptedException {
        return Parallel.map(
                run.plan().options().parallelism(), tasks, task -> make(task, contents, run.about(task.title())));
    }

    private CombinedIndex make(IndexTask task, ImageContents contents, Run run) throws InterruptedException {
        List<Descriptor> children = new ArrayList<>();
        for (IndexChild child : task.children()) {
            children.addAll(
                    switch (child) {
                        case IndexChild.Built built -> List.of(contents.descriptor(built));
                        case IndexChild.External external -> external(external, task, run);
                    });
        }
        IndexBuilder builder = task.builder().add(children);
        ImageIndex index = builder.oci();
        IndexBuilder.Made made = builder.build(layout);
        if (task.isFirst()) {
            twice(index).forEach(run::warning);
            compare(index, run);
            made.leftOut().forEach(child -> run.warning("left out, because it is no image: " + child.digest()));
        }
        if (run.plan().options().publishesAsBuilt()) {
            refuseOther(index, task, run);
        }
        layout.writeManifest(index);
        made.converted().forEach(layout::writeManifest);
        layout.writeManifest(made.index());
        layout.tag(task.name().text(), contents.found(task).orElse(index).descriptor());
        return new CombinedIndex(task, made.index(), sizes(index));
    }

    private List<Long> sizes(ImageIndex index) {
        return index.manifests().stream()
                .filter(child -> child.realPlatform().isPresent())
                .flatMap(child -> layout.manifest(child.digest()) instanceof ImageManifest image
                        ? Stream.of(image)
                        : Stream.empty())
                .map(ImageManifest::contentSize)
                .toList();
    }

    /** An index that was tested is published as it was made, also where it names images of other programs. */
    private static void refuseOther(ImageIndex index, IndexTask task, Run run) {
        for (BuiltFolder folder : BuiltFolder.all(run)) {
            Optional<Digest> made =
                    OciLayout.open(folder.layout()).find(task.name().text()).map(Descriptor::digest);
            if (!made.equals(Optional.of(index.digest()))) {
                throw ReleaseException.couldNot(
                                FailureKind.ENVIRONMENT, "publish " + task.title() + " as it is in " + folder.text())
                        .because("it holds " + made.map(Digest::toString).orElse("nothing of this name")
                                + ", and the configuration makes " + index.digest() + " of the same images")
                        .hint("build again, and test what that makes")
                        .at(task.name().location())
                        .build();
            }
        }
    }

    private List<Descriptor> external(IndexChild.External child, IndexTask task, Run run) throws InterruptedException {
        Repository repository = registries.repository(child.name(), task.name().access(), run.retry());
        Manifest manifest = repository.manifest(child.name().manifestKey());
        new ImageCopy(repository, layout, run.plan().options().parallelism(), run::transferred).copy(List.of(manifest));
        run.message("read " + child.text() + " " + manifest.digest());
        List<Descriptor> entries =
                new ChildDescriptors(layout, child.override().orElse(PlatformOverride.NONE)).in(manifest);
        List<String> warnings = new ExternalCheck(verifier, layout, child).check(entries);
        if (task.isFirst()) {
            warnings.forEach(warning -> run.warning(child.text() + ": " + warning));
        }
        return entries;
    }

    /** Clients decide which of two images for one platform they run. */
    private static List<String> twice(ImageIndex index) {
        Map<Platform, List<Descriptor>> byPlatform = new LinkedHashMap<>();
        for (Descriptor child : index.manifests()) {
            child.realPlatform()
                    .ifPresent(platform -> byPlatform
                            .computeIfAbsent(platform.normalized(), key -> new ArrayList<>())
                            .add(child));
        }
        return byPlatform.values().stream()
                .map(IndexMaker::twice)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> twice(List<Descriptor> samePlatform) {
        List<String> digests = samePlatform.stream()
                .map(child -> child.digest().toString())
                .distinct()
                .toList();
        String platform = samePlatform.getFirst().platform().orElseThrow().toString();
        return digests.size() == 1
                ? Optional.empty()
                : Optional.of("more than one image is for " + platform + ": " + String.join(" and ", digests));
    }

    /** Warns if images of different platforms start or expose different things. */
    private void compare(ImageIndex index, Run run) {
        List<Sibling> siblings = new ArrayList<>();
        for (Descriptor child : index.manifests()) {
            if (child.realPlatform().isPresent()
                    && layout.manifest(child.digest()) instanceof ImageManifest image
                    && !image.isArtifact()) {
                siblings.add(new Sibling(child.platform().get(), layout.config(image)));
            }
        }
        SiblingCheck.compare(siblings).forEach(problem -> run.warning(problem.message()));
    }
}
