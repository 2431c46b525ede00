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

    private final DockerEngine engine;
    private final Registries registries;
    private final Map<Asked, Optional<String>> states = new ConcurrentHashMap<>();

    BaseStates(DockerEngine engine, Registries registries) {
        this.engine = engine;
        this.registries = registries;
    }

    /** @param pull whether the engine's own image does not count */
    private record Asked(ImageReference image, Access access, boolean pull) {}

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
            Asked asked = new Asked(
                    image,
                    task.access(image.registry()),
                    task.recipe().options().pull());
            return image.digest().isPresent() ? Optional.of("pinned") : states.computeIfAbsent(asked, this::ask);
        } catch (IllegalArgumentException noReference) {
            return Optional.empty();
        }
    }

    /** Both states: whether a build uses the local image or that of the registry depends on the engine. */
    private Optional<String> ask(Asked asked) {
        Optional<EngineImage> here = asked.pull ? Optional.empty() : engine.image(asked.image.toString());
        boolean fromNowhere = here.isPresent() && here.get().digests().isEmpty();
        Optional<String> there = fromNowhere ? Optional.empty() : inRegistry(asked);
        return here.isEmpty() && there.isEmpty()
                ? Optional.empty()
                : Optional.of(here.map(EngineImage::id).orElse("-") + " " + there.orElse("-"));
    }

    private Optional<String> inRegistry(Asked asked) {
        try {
            return registries
                    .repository(asked.image, asked.access, ONCE)
                    .resolve(asked.image.manifestKey())
                    .map(Descriptor::digest)
                    .map(Object::toString);
        } catch (ReleaseException notKnown) {
            notKnown.throwIfInterrupted();
            return Optional.empty();
        }
    }
}
