package dev.jrelease.pipes.images;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Reason;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.LayerPlace.InFile;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.publish.ObservedTags;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sends the blobs of an image to the registries where it is published, while other images are built. No manifest names
 * them until all of the release is published. Only repositories that had nothing of the release get them: others may
 * hold an image that is adopted instead.
 */
final class EarlyUpload {
    private final Registries registries;
    private final ObservedTags observed;
    private final Set<Sent> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    EarlyUpload(Registries registries, ObservedTags observed) {
        this.registries = registries;
        this.observed = observed;
    }

    /** A blob is sent to a registry once; other repositories take it over from there. */
    private record Sent(String registry, Digest blob) {}

    void send(BuiltImage image, OciLayout layout, Run run) throws InterruptedException {
        Map<String, ImageName> places = new LinkedHashMap<>();
        image.image().homes().stream()
                .filter(name -> observed.isOpen(name.reference()))
                .forEach(name -> places.putIfAbsent(name.reference().registry(), name));
        for (ImageName place : places.values()) {
            send(place, image, layout, run);
        }
    }

    /** Failures are not reported: publishing sends the content again. Layers of a base are left out, because they may be mounted. */
    private void send(ImageName place, BuiltImage image, OciLayout layout, Run run) throws InterruptedException {
        String registry = place.reference().registry();
        Repository repository = registries.repository(place.reference(), place.access(), run.retry());
        List<Descriptor> blobs = image.manifest().references().stream()
                .filter(blob ->
                        layout.place(blob).orElse(null) instanceof InFile && !repository.hasShown(blob.digest()))
                .filter(blob -> !image.base().layers().contains(blob.digest()))
                .filter(blob -> !failed.contains(registry) && sent.add(new Sent(registry, blob.digest())))
                .toList();
        try {
            new ImageCopy(layout, repository, run.plan().options().parallelism(), run::transferred).copyBlobs(blobs);
        } catch (ReleaseException failure) {
            if (failure.kind() != FailureKind.REGISTRY) {
                throw failure;
            }
            failed.add(registry);
            run.message("sends its content again later: " + Reason.of(failure));
        }
    }
}
