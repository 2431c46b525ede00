package dev.jrelease.pipes.images;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.docker.DockerEngine;
import dev.jrelease.docker.EngineImage;
import dev.jrelease.dockerfile.Dockerfile;
import dev.jrelease.dockerfile.UsedImages;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.Platform;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.registry.Registries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Determines the current state of the images that a build uses, in their registries and in the engine. */
final class BaseStates {
    /** Without retries: the engine sends its own request later. */
    private static final Backoff ONCE = new Backoff(1, Duration.ofSeconds(1), Duration.ofSeconds(1));

    /** Of a registry that does not answer, or was not asked. */
    private static final Answer NONE = new Answer(false, Optional.empty());

    private final DockerEngine engine;
    private final Registries registries;
    private final Map<ImageReference, Optional<EngineImage>> here = new ConcurrentHashMap<>();
    private final Map<Asked, Answer> there = new ConcurrentHashMap<>();

    BaseStates(DockerEngine engine, Registries registries) {
        this.engine = engine;
        this.registries = registries;
    }

    private record Asked(ImageReference image, Access access) {}

    /** What a registry has of an image; absent also if it did not answer. */
    private record Answer(boolean given, Optional<String> digest) {}

    /** A text for each image that a build uses, which changes with the image. Empty if the state of one is unknown. */
    Optional<List<String>> of(String dockerfile, Map<String, String> buildArgs, ImageTask task) {
        Optional<Set<String>> names = UsedImages.of(Dockerfile.parse(dockerfile), buildArgs, task.platform());
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>();
        for (String name : names.get()) {
            Optional<String> state = state(name, task);
            if (state.isEmpty()) {
                return Optional.empty();
            }
            all.add(name + " " + state.get());
        }
        return Optional.of(all);
    }

    private Optional<String> state(String name, ImageTask task) {
        try {
            ImageReference image = ImageReference.parse(name);
            return image.digest().isPresent() ? Optional.of("pinned") : state(image, task);
        } catch (IllegalArgumentException noReference) {
            return Optional.empty();
        }
    }

    /**
     * Both states: whether a build uses the local image or that of the registry depends on the engine. Only if it
     * certainly uses the local one, the registry need not answer.
     */
    private Optional<String> state(ImageReference image, ImageTask task) {
        Optional<EngineImage> local = task.recipe().options().pull()
                ? Optional.empty()
                : here.computeIfAbsent(image, asked -> engine.image(asked.toString()));
        boolean prefersLocal =
                local.filter(found -> prefers(found, task.platform())).isPresent();
        boolean madeHere = prefersLocal && local.get().digests().isEmpty();
        Answer remote = madeHere
                ? NONE
                : there.computeIfAbsent(new Asked(image, task.access(image.registry())), this::inRegistry);
        boolean known = prefersLocal || (remote.given && (local.isPresent() || remote.digest.isPresent()));
        return known
                ? Optional.of(local.map(EngineImage::id).orElse("-") + " " + remote.digest.orElse("-"))
                : Optional.empty();
    }

    /** The containerd store asks the registry first; every engine does if its image is for another platform. */
    private boolean prefers(EngineImage image, Platform platform) {
        return !engine.info().containerdStore()
                && image.isFor(platform)
                && platform.normalized().variant().isEmpty();
    }

    private Answer inRegistry(Asked asked) {
        try {
            Optional<Descriptor> found =
                    registries.repository(asked.image, asked.access, ONCE).resolve(asked.image.manifestKey());
            return new Answer(true, found.map(image -> image.digest().toString()));
        } catch (ReleaseException notKnown) {
            notKnown.throwIfInterrupted();
            return NONE;
        }
    }
}
