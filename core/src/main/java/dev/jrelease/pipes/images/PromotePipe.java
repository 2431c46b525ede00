package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Manifest;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.PublishedTag.How;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import java.util.List;
import java.util.Optional;

/** Moves the floating tags, last of all: when it begins, everything they will name has been seen at its registry. */
public final class PromotePipe implements Pipe<ImageRelease, TagTask> {
    public static final String NAME = "promote";

    private final Registries registries;

    public PromotePipe(Registries registries) {
        this.registries = registries;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Feature<ImageRelease> feature() {
        return ImageRelease.FEATURE;
    }

    @Override
    public Optional<String> planKey() {
        return Optional.of("floating_tags");
    }

    /** For the reason that {@link TagPipe} has. */
    @Override
    public boolean inOrder() {
        return true;
    }

    @Override
    public Plan<TagTask> plan(ImageRelease release, Planning planning) {
        return Plan.of(release.publication().floating());
    }

    @Override
    public List<Artifact> run(TagTask task, Run run) {
        Repository repository = registries.repository(task.name().reference(), task.access(), run.retry());
        Manifest wanted = task.subject().content(new ImageContents(run));
        Optional<Digest> before = repository.resolve(task.name().tag()).map(Descriptor::digest);
        if (before.equals(Optional.of(wanted.digest()))) {
            return List.of(new PublishedTag(task.name(), wanted.digest(), How.UNCHANGED));
        }
        repository.writeTag(task.name().tag(), wanted);
        ReadBackPipe.check(task.name(), wanted, repository);
        run.message(before.map(digest -> "moved from " + digest + " to ").orElse("pushed ") + wanted.digest());
        return List.of(
                new PublishedTag(task.name(), wanted.digest(), before.isPresent() ? How.MOVED : How.PUSHED, before));
    }
}
