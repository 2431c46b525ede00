package dev.jrelease.pipes.images;

import dev.jrelease.docker.EngineInfo;
import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.BuildRecipe;
import dev.jrelease.pipes.images.plan.DockerfileBase;
import dev.jrelease.pipes.images.plan.ImageTask;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The base image that a Dockerfile names, for one platform.
 *
 * @param pull whether the engine asks the registry even if it has the image
 */
record BaseName(ImageReference reference, Platform platform, Access access, boolean pull) {
    private static final Platform ANY = Platform.of("any", "any");

    /** Empty if the image is from scratch, or what the Dockerfile says is not understood here. */
    static Optional<BaseName> of(ImageTask task, Run run, EngineInfo engine) {
        BuildRecipe recipe = task.recipe();
        try {
            return DockerfileText.of(task, run)
                    .flatMap(text -> DockerfileBase.of(
                            text, recipe.target(), recipe.buildArgs(), builtIn(task.platform(), engine)))
                    .map(base -> named(base, task));
        } catch (IllegalArgumentException notUnderstood) {
            // The engine understands it, or says what is wrong.
            return Optional.empty();
        }
    }

    private static BaseName named(DockerfileBase base, ImageTask task) {
        ImageReference reference = ImageReference.parse(base.name());
        Platform platform = Platform.parse(base.platform()).orElse(task.platform());
        Access access = task.access(reference.registry());
        return new BaseName(reference, platform, access, task.recipe().options().pull());
    }

    private static Map<String, String> builtIn(Platform target, EngineInfo engine) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("TARGETPLATFORM", target.toString());
        all.put("TARGETOS", target.os());
        all.put("TARGETARCH", target.architecture());
        all.put("TARGETVARIANT", target.variant());
        all.put("BUILDPLATFORM", engine.os() + "/" + engine.architecture());
        all.put("BUILDOS", engine.os());
        all.put("BUILDARCH", engine.architecture());
        return all;
    }

    /** Equal for every platform of the same image. */
    BaseName forEveryPlatform() {
        return new BaseName(reference, ANY, access, pull);
    }
}
