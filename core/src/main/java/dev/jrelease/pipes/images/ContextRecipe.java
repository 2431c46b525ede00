package dev.jrelease.pipes.images;

import dev.jrelease.context.Binary;
import dev.jrelease.context.ContextSpec;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.BuildRecipe;
import dev.jrelease.pipes.images.plan.ImageTask;
import java.nio.file.Path;
import java.util.List;

/** Determines the files of an image's build context. */
final class ContextRecipe {
    private ContextRecipe() {}

    static ContextSpec of(ImageTask task, Run run) {
        BuildRecipe recipe = task.recipe();
        List<Binary> binaries = recipe.binaries().stream()
                .map(binary ->
                        new Binary(binary.file(), binary.name(), task.key().entry()))
                .toList();
        return new ContextSpec(
                run.environment().workingDirectory(),
                Path.of(recipe.dockerfile()),
                recipe.location(),
                recipe.files(),
                binaries,
                List.of(run.plan().dist()),
                recipe.filledDockerfile(),
                recipe.filledFiles(),
                run.plan().facts().sourceDate());
    }
}
