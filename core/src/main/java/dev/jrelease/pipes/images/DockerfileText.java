package dev.jrelease.pipes.images;

import dev.jrelease.files.WholeFile;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.BuildRecipe;
import dev.jrelease.pipes.images.plan.ImageTask;
import java.io.IOException;
import java.util.Optional;

/** Reads the Dockerfile of an image, filled in if it is a template. */
final class DockerfileText {
    private DockerfileText() {}

    /** Empty if it cannot be read: the build, or a check of it, reports that. */
    static Optional<String> of(ImageTask task, Run run) {
        try {
            return Optional.of(read(task, run));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    static String read(ImageTask task, Run run) throws IOException {
        BuildRecipe recipe = task.recipe();
        return recipe.filledDockerfile().isPresent()
                ? recipe.filledDockerfile().get().content()
                : WholeFile.text(run.environment().workingDirectory().resolve(recipe.dockerfile()));
    }
}
