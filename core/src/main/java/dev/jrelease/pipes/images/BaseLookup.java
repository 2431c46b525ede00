package dev.jrelease.pipes.images;

import dev.jrelease.docker.DockerEngine;
import dev.jrelease.docker.EngineImage;
import dev.jrelease.failure.Reason;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.image.Manifest;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Finds the image that another one was built on: what the engine has of it, and what its registry has. */
final class BaseLookup {
    private final DockerEngine engine;
    private final Registries registries;
    private final Map<BaseName, BaseImage> found = new ConcurrentHashMap<>();
    private final Map<ImageReference, Manifest> roots = new ConcurrentHashMap<>();

    BaseLookup(DockerEngine engine, Registries registries) {
        this.engine = engine;
        this.registries = registries;
    }

    /** Does not fail if the registry does: then only the layers in the engine are known. */
    BaseImage of(ImageTask task, Run run) {
        return BaseName.of(task, run, engine.info())
                .map(base -> found.computeIfAbsent(base, wanted -> lookUp(wanted, run)))
                .orElse(BaseImage.UNKNOWN);
    }

    private BaseImage lookUp(BaseName wanted, Run run) {
        Optional<EngineImage> here = wanted.pull()
                ? Optional.empty()
                : engine.image(wanted.reference().toString()).filter(image -> image.isFor(wanted.platform()));
        Set<String> diffIds = new LinkedHashSet<>(here.map(EngineImage::diffIds).orElse(List.of()));
        Optional<ImageReference> place =
                here.isPresent() ? pulledFrom(here.get(), wanted) : Optional.of(wanted.reference());
        BaseImage known = new BaseImage(diffIds, BaseLayers.NONE, Optional.empty());
        try {
            return place.map(reference -> inRegistry(reference, wanted, run)).orElse(known);
        } catch (ReleaseException notThere) {
            notThere.throwIfInterrupted();
            if (!engine.info().containerdStore()) {
                run.warning("the layers of " + wanted.reference() + " are compressed anew: " + Reason.of(notThere));
            }
            return known;
        }
    }

    /** The reference by digest that the image was pulled from, independent of tags; none if it was built locally. */
    private static Optional<ImageReference> pulledFrom(EngineImage image, BaseName wanted) {
        List<ImageReference> places =
                image.digests().stream().map(ImageReference::parse).toList();
        return places.stream()
                .filter(place -> place.name().equals(wanted.reference().name()))
                .findFirst()
                .or(() -> places.stream().findFirst());
    }

    private BaseImage inRegistry(ImageReference reference, BaseName wanted, Run run) {
        Repository repository = registries.repository(reference, wanted.access(), run.retry());
        // Several platforms have one index, and some registries count how often it is read.
        Manifest root = roots.computeIfAbsent(reference, place -> repository.manifest(place.manifestKey()));
        List<ImageManifest> images = new PlatformImages(repository, wanted.platform()).of(root);
        BaseLayers layers = BaseLayers.of(images, repository, new InRepository(reference, wanted.access()));
        Set<String> diffIds = layers.layers().keySet().stream()
                .map(Digest::toString)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new BaseImage(diffIds, layers, Optional.of(reference));
    }
}
