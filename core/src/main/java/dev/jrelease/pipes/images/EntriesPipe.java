package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import java.util.List;
import java.util.Optional;

/**
 * Refuses to release a file without entries that images are made of. Such a file of GoReleaser's can be checked and
 * planned, but a release that does nothing must not appear to have succeeded.
 */
public final class EntriesPipe implements Pipe<ImageRelease, NoEntries> {
    private final Feature<ImageRelease> feature;

    public EntriesPipe(Feature<ImageRelease> feature) {
        this.feature = feature;
    }

    @Override
    public String name() {
        return "docker entries";
    }

    @Override
    public Feature<ImageRelease> feature() {
        return feature;
    }

    @Override
    public Optional<String> skipWord() {
        return Optional.empty();
    }

    @Override
    public Plan<NoEntries> plan(ImageRelease release, Planning planning) {
        return Plan.of(
                release.config().hasEntries()
                        ? List.of()
                        : List.of(new NoEntries(planning.project().location())));
    }

    @Override
    public void preflight(NoEntries task, Run run) {
        throw ReleaseException.couldNot(FailureKind.CONFIGURATION, "release anything")
                .because("there is no entry of dockers, dockers_v2 or docker_manifests")
                .hint("an entry of dockers is an image to build")
                .at(task.file())
                .build();
    }

    @Override
    public List<Artifact> run(NoEntries task, Run run) {
        return List.of();
    }
}
