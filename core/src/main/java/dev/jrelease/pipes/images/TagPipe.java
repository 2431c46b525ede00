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

/** Writes the immutable tags. One that changed since it was looked up is not touched. */
public final class TagPipe implements Pipe<ImageRelease, TagTask> {
    private final Registries registries;

    public TagPipe(Registries registries) {
        this.registries = registries;
    }

    @Override
    public String name() {
        return "tag";
    }

    @Override
    public Feature<ImageRelease> feature() {
        return ImageRelease.FEATURE;
    }

    @Override
    public Optional<String> skipWord() {
        return Optional.of(SkipWord.PUBLISH);
    }

    @Override
    public Optional<String> planKey() {
        return Optional.of("tags");
    }

    /**
     * Writing a manifest again empties a file for a moment in a registry that stores in a folder (distribution's
     * filesystem driver): whoever looks at the same manifest then, as for a child of an index, is told it is not there.
     */
    @Override
    public boolean inOrder() {
        return true;
    }

    @Override
    public Plan<TagTask> plan(ImageRelease release, Planning planning) {
        return Plan.of(release.publication().immutable());
    }

    @Override
    public List<Artifact> run(TagTask task, Run run) {
        Repository repository = registries.repository(task.name().reference(), task.access(), run.retry());
        Manifest wanted = task.subject().content(new ImageContents(run));
        Optional<Descriptor> there = repository.resolve(task.name().tag());
        How how = there.map(Descriptor::digest).equals(Optional.of(wanted.digest()))
                ? unchanged(task, run)
                : write(task, wanted, there, repository, run);
        run.message(how.words() + " " + wanted.digest());
        Optional<Digest> before = there.map(Descriptor::digest).filter(digest -> !digest.equals(wanted.digest()));
        return List.of(new PublishedTag(task.name(), wanted.digest(), how, before));
    }

    private static How write(
            TagTask task, Manifest wanted, Optional<Descriptor> there, Repository repository, Run run) {
        if (there.isPresent() && !run.plan().options().overwrite()) {
            throw TagLookup.refused(task.name(), repository.manifest(there.get().digest()), wanted);
        }
        repository.writeTag(task.name().tag(), wanted);
        return there.isPresent() ? How.REPLACED : How.PUSHED;
    }

    private static How unchanged(TagTask task, Run run) {
        return run.produced(FoundTag.class).stream()
                        .anyMatch(found -> found.name().equals(task.name()) && found.adopted())
                ? How.ADOPTED
                : How.UNCHANGED;
    }
}
