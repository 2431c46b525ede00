package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.Manifest;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import java.util.List;
import java.util.Optional;

/** Reads every immutable tag back, and asks for every child of an index: only what is seen there counts as pushed. */
public final class ReadBackPipe implements Pipe<ImageRelease, TagTask> {
    private final Registries registries;

    public ReadBackPipe(Registries registries) {
        this.registries = registries;
    }

    @Override
    public String name() {
        return "read back";
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
    public Plan<TagTask> plan(ImageRelease release, Planning planning) {
        return Plan.of(release.publication().immutable());
    }

    @Override
    public List<Artifact> run(TagTask task, Run run) {
        Repository repository = registries.repository(task.name().reference(), task.access(), run.retry());
        Manifest wanted = task.subject().content(new ImageContents(run));
        check(task.name(), wanted, repository);
        return List.of();
    }

    static void check(ImageName name, Manifest wanted, Repository repository) {
        Optional<Digest> seen = repository.resolve(name.tag()).map(Descriptor::digest);
        if (!seen.equals(Optional.of(wanted.digest()))) {
            throw wrong(
                    name,
                    "it holds " + seen.map(Digest::toString).orElse("nothing") + " instead of " + wanted.digest());
        }
        if (wanted instanceof ImageIndex index) {
            for (Descriptor child : index.manifests()) {
                if (!repository.hasManifest(child.digest())) {
                    throw wrong(name, "its child " + child.digest() + " is not there");
                }
            }
        }
    }

    private static ReleaseException wrong(ImageName name, String what) {
        return ReleaseException.couldNot(FailureKind.REGISTRY, "read back " + name.text())
                .because(what)
                .hint("something else may be writing to this tag")
                .at(name.location())
                .build();
    }
}
