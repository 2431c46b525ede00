package dev.jrelease.pipes.images;

import dev.jrelease.context.BuildContext;
import dev.jrelease.context.ContextSpec;
import dev.jrelease.context.CopiedFiles;
import dev.jrelease.docker.FailedStepException;
import dev.jrelease.docker.InvalidDockerfileException;
import dev.jrelease.docker.MissingSourceException;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.BuildRecipe;
import dev.jrelease.pipes.images.plan.ImageTask;
import java.io.IOException;
import java.util.Optional;

/** Adds the location of the cause to the failure of a build: a line of the Dockerfile, else of the configuration. */
final class BuildFailures {
    private BuildFailures() {}

    /** A build on the engine. */
    interface Building<T> {
        T build() throws InterruptedException;
    }

    static <T> T located(ImageTask task, Run run, Building<T> building) throws InterruptedException {
        BuildRecipe recipe = task.recipe();
        try {
            return building.build();
        } catch (MissingSourceException missing) {
            refuseMissing(missing, task, run);
            throw missing.at(recipe.location());
        } catch (InvalidDockerfileException invalid) {
            throw invalid.at(copied(task, ContextRecipe.of(task, run))
                    .place(invalid.line())
                    .orElse(recipe.location()));
        } catch (FailedStepException failed) {
            throw failed.at(place(failed, copied -> copied.place(failed.step()), task, run)
                    .or(() -> refused(failed, task, run))
                    .orElse(recipe.location()));
        } catch (ReleaseException failed) {
            throw failed.at(refused(failed, task, run).orElse(recipe.location()));
        }
    }

    /** Reads the place of a failure from the Dockerfile. */
    private interface PlaceSearch {
        Optional<Location> in(CopiedFiles copied) throws IOException;
    }

    private static Optional<Location> refused(ReleaseException failed, ImageTask task, Run run) {
        return place(failed, copied -> copied.refused(String.valueOf(failed.getMessage())), task, run);
    }

    private static Optional<Location> place(ReleaseException failed, PlaceSearch search, ImageTask task, Run run) {
        try {
            return search.in(copied(task, ContextRecipe.of(task, run)));
        } catch (IOException unreadable) {
            failed.addSuppressed(unreadable);
            return Optional.empty();
        }
    }

    /** Reports a missing source as the check before the build does. */
    private static void refuseMissing(MissingSourceException missing, ImageTask task, Run run) {
        ContextSpec spec = ContextRecipe.of(task, run);
        try {
            copied(task, spec)
                    .missing(missing.step(), missing.path(), BuildContext.collect(spec))
                    .throwIfErrors();
        } catch (IOException unreadable) {
            missing.addSuppressed(unreadable);
        }
    }

    /** The files that the Dockerfile of an image copies. */
    static CopiedFiles copied(ImageTask task, ContextSpec spec) {
        BuildRecipe recipe = task.recipe();
        return new CopiedFiles(spec, task.key().entry(), recipe.target(), recipe.buildArgs(), task.platform());
    }
}
