package dev.jrelease.pipes.images;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.pipes.images.plan.ImagesPlan;
import dev.jrelease.pipes.images.plan.IndexChild;
import dev.jrelease.pipes.images.plan.IndexTask;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Images that were built before, perhaps by another machine and for some platforms only.
 *
 * @param folder as it was typed
 */
record BuiltLayout(String folder, OciLayout layout) {

    /** The image of a task, which has its name here, or is in an index that has its name. */
    Optional<ImageManifest> image(ImageTask task, ImagesPlan plan) {
        Stream<Manifest> named = task.names().stream()
                .flatMap(name -> layout.find(name.text()).stream())
                .map(found -> layout.manifest(found.digest()));
        Stream<Manifest> inIndexes = plan.indexes().stream()
                .filter(index -> names(index, task))
                .flatMap(index -> child(index, task).stream());
        return Stream.concat(named, inIndexes)
                .filter(ImageManifest.class::isInstance)
                .map(ImageManifest.class::cast)
                .findFirst();
    }

    private static boolean names(IndexTask index, ImageTask task) {
        return index.children().stream()
                .anyMatch(child -> child instanceof IndexChild.Built built
                        && built.image().equals(task.key())
                        && built.override().isEmpty());
    }

    private Optional<Manifest> child(IndexTask index, ImageTask task) {
        return layout.find(index.name().text())
                .map(found -> layout.manifest(found.digest()))
                .filter(ImageIndex.class::isInstance)
                .flatMap(found -> ((ImageIndex) found)
                        .manifests().stream()
                                .filter(child -> isFor(child, task))
                                .findFirst()
                                .map(child -> layout.manifest(child.digest())));
    }

    private static boolean isFor(Descriptor child, ImageTask task) {
        return child.realPlatform().filter(task.platform()::matches).isPresent();
    }
}
