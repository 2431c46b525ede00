package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.Manifest;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.IndexChild.External;
import dev.jrelease.pipes.images.plan.IndexTask;
import dev.jrelease.publish.MountSource;
import dev.jrelease.publish.Publishable;
import dev.jrelease.publish.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Hands on what each tag is to hold: from here on it is clear what was adopted, and what was made. */
public final class ContentsPipe implements Pipe<ImageRelease, ContentsTask> {
    @Override
    public String name() {
        return "contents";
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
    public Plan<ContentsTask> plan(ImageRelease release, Planning planning) {
        List<TagTask> tags = release.tags();
        return Plan.of(tags.isEmpty() ? List.of() : List.of(new ContentsTask(tags)));
    }

    @Override
    public List<Artifact> run(ContentsTask task, Run run) {
        ImageContents contents = new ImageContents(run);
        Set<ImageReference> adopted = run.produced(FoundTag.class).stream()
                .filter(FoundTag::adopted)
                .map(found -> found.name().reference())
                .collect(Collectors.toSet());
        return task.all().stream()
                .<Artifact>map(tag -> publishable(
                        tag, tag.content(contents), adopted.contains(tag.name().reference()), run))
                .toList();
    }

    private static Publishable publishable(TagTask tag, Manifest content, boolean adopted, Run run) {
        List<MountSource> mounts = Stream.concat(bases(run), external(tag))
                .filter(other ->
                        other.place().registry().equals(tag.name().reference().registry()))
                .map(other -> new MountSource(other.place().repository(), other.holds()))
                .toList();
        return new Publishable(new Wanted(tag.name().published(), content, adopted), mounts);
    }

    /** A repository that holds content which an image or an index of this release has, too. */
    private record Elsewhere(ImageReference place, Predicate<Digest> holds) {}

    private static Stream<Elsewhere> bases(Run run) {
        return run.produced(BuiltImage.class).stream()
                .map(BuiltImage::base)
                .flatMap(
                        base -> base.repository().stream().map(place -> new Elsewhere(place, base.layers()::contains)));
    }

    private static Stream<Elsewhere> external(TagTask content) {
        return content instanceof TagTask.OfIndex(IndexTask index)
                ? index.children().stream()
                        .filter(External.class::isInstance)
                        .flatMap(child -> child.reference().stream())
                        .map(place -> new Elsewhere(place, _ -> true))
                : Stream.empty();
    }
}
