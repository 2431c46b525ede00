package dev.jrelease.pipes.images.candidate;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.concurrent.Parallel;
import dev.jrelease.failure.Refusals;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Manifest;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Handover;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.PlanPart;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.ImageRelease;
import dev.jrelease.pipes.images.ImageTag;
import dev.jrelease.publish.MountSource;
import dev.jrelease.publish.PreparedContent;
import dev.jrelease.publish.Publishable;
import dev.jrelease.publish.Wanted;
import dev.jrelease.registry.Registries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Gives the tags of a release what the tags of a candidate hold. */
public final class CandidatePipe implements Pipe<ImageRelease, CandidateTask> {
    private final Feature<ImageRelease> feature;
    private final CandidateTags candidate;
    private final Registries registries;
    private final Handover<PreparedContent> contents;

    /**
     *
     * @param feature the images of the release
     * @param candidate the images of the candidate, as its own release had them
     * @param version of the candidate
     * @param contents receives the tags with their content
     */
    public CandidatePipe(
            Feature<ImageRelease> feature,
            ImageRelease candidate,
            String version,
            Registries registries,
            Handover<PreparedContent> contents) {
        this.feature = feature;
        this.candidate = new CandidateTags(candidate, version);
        this.registries = registries;
        this.contents = contents;
    }

    @Override
    public String name() {
        return "candidate";
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
    public Optional<String> planKey() {
        return Optional.of("candidate");
    }

    @Override
    public List<PlanPart> parts(List<CandidateTask> tasks) {
        return List.of(new PlanPart("candidate", "candidate " + candidate.version(), tasks));
    }

    @Override
    public Plan<CandidateTask> plan(ImageRelease release, Planning planning) {
        Map<List<CandidateTag>, List<ImageTag>> byCandidate = new LinkedHashMap<>();
        List<ImageTag> lacking = new ArrayList<>();
        for (ImageTag tag : release.tags()) {
            List<CandidateTag> from = candidate.of(tag);
            (from.isEmpty() ? lacking : byCandidate.computeIfAbsent(from, _ -> new ArrayList<>())).add(tag);
        }
        lacking.stream().map(tag -> candidate.lack(tag)).distinct().forEach(lack -> lack.report(planning.problems()));
        List<PromotedContent> promoted = byCandidate.entrySet().stream()
                .map(entry -> new PromotedContent(entry.getKey(), entry.getValue()))
                .toList();
        return Plan.of(promoted.isEmpty() ? List.of() : List.of(new CandidateTask(promoted, release.names())));
    }

    /** Checks everything that can be known without writing, so that a dry run shows it, too. */
    @Override
    public void preflight(CandidateTask task, Run run) throws InterruptedException {
        List<ReleaseException> refusals = Parallel.map(
                        run.plan().options().parallelism(),
                        task.contents(),
                        content -> new CandidateCheck(content, registries, run).refusals())
                .stream()
                .flatMap(List::stream)
                .toList();
        Refusals.throwAll(refusals);
    }

    @Override
    public List<Artifact> run(CandidateTask task, Run run) throws InterruptedException {
        CandidateSearch search = new CandidateSearch(
                registries, run, (tag, remark) -> run.about(tag).warning(remark));
        CandidateImages images = new CandidateImages();
        List<Found> all = Parallel.map(
                run.plan().options().parallelism(), task.contents(), content -> found(search.find(content), images));
        all.forEach(found -> run.about(found.candidate().names())
                .message("holds " + found.candidate().digest()));
        List<Publishable> publishable = all.stream().flatMap(Found::publishable).toList();
        List<FoundCandidate> candidates = all.stream().map(Found::candidate).toList();
        run.handOn(contents, new PreparedContent(publishable, images, new CandidateAttachments(candidates, run)));
        return new ArrayList<>(publishable);
    }

    private static Found found(FoundCandidate candidate, CandidateImages images) {
        Manifest manifest = images.add(candidate);
        return new Found(candidate, manifest, images.blobs(manifest));
    }

    private record Found(FoundCandidate candidate, Manifest manifest, Set<Digest> blobs) {
        Stream<Publishable> publishable() {
            return candidate.content().tags().stream().map(this::publishable);
        }

        private Publishable publishable(ImageTag tag) {
            List<MountSource> mounts = candidate
                    .besides(tag.name().reference())
                    .map(place -> new MountSource(place.name().repository(), blobs::contains))
                    .toList();
            return new Publishable(new Wanted(tag.name().published(), manifest, false), mounts);
        }
    }
}
