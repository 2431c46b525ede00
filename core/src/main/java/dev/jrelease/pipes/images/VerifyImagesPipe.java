package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.cache.LocalCache;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.layout.Layouts;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Handover;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.pipes.images.reuse.KnownVerdicts;
import dev.jrelease.verify.ImageProblem;
import dev.jrelease.verify.ImageVerifier;
import dev.jrelease.verify.LayerIndex;
import dev.jrelease.verify.VerificationResult;
import java.util.List;
import java.util.Optional;

/** Verifies that each image is for its platform. Only single entries can be excluded, by verify_platform: false. */
public final class VerifyImagesPipe implements Pipe<ImageRelease, ImageTask> {
    private final Feature<ImageRelease> feature;
    private final Handover<BuiltImage> built;
    private final Layouts layouts;
    private final KnownVerdicts verdicts;
    private final ImageVerifier verifier = new ImageVerifier(new LayerIndex());

    /** @param built gives the images */
    public VerifyImagesPipe(
            Feature<ImageRelease> feature, Handover<BuiltImage> built, Layouts layouts, LocalCache cache) {
        this.feature = feature;
        this.built = built;
        this.layouts = layouts;
        this.verdicts = new KnownVerdicts(cache);
    }

    @Override
    public String name() {
        return "verify images";
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
    public Plan<ImageTask> plan(ImageRelease release, Planning planning) {
        if (planning.options().skips(SkipWord.DOCKER)) {
            return Plan.of(List.of());
        }
        return Plan.of(
                release.plan().images().stream().filter(ImageTask::verified).toList());
    }

    @Override
    public List<Artifact> run(ImageTask task, Run run) throws InterruptedException {
        OciLayout layout = layouts.at(ImageLayout.in(run));
        BuiltImage image = ImageContents.of(run.taken(built), layout).built(task.key());
        List<String> base = image.base().lowest(layout.config(image.manifest()).diffIds());
        KnownVerdicts.Query query = new KnownVerdicts.Query(image.manifest().digest(), task.platform(), base);
        Optional<List<String>> known = verdicts.passed(query);
        List<String> warnings = known.isPresent() ? known.get() : judge(image, task, base, layout, run);
        warnings.forEach(run::warning);
        if (known.isEmpty()) {
            verdicts.keep(query, warnings);
        }
        return List.of();
    }

    private List<String> judge(BuiltImage image, ImageTask task, List<String> base, OciLayout layout, Run run)
            throws InterruptedException {
        VerificationResult result = verifier.verify(layout, image.manifest(), task.platform(), base);
        if (!result.passes()) {
            throw refused(task, result, run);
        }
        return result.warnings().stream().map(ImageProblem::message).toList();
    }

    private static ReleaseException refused(ImageTask task, VerificationResult result, Run run) {
        return ReleaseException.couldNot(FailureKind.BUILD, "accept the image " + task.title())
                .because(result.objections())
                .hint(
                        run.plan().options().builtBefore().isPresent()
                                ? "no tag was written; the programs of the base image are judged, too, because it is not"
                                        + " known what an image that was built before is based on. Say verify_platform:"
                                        + " false if they are right"
                                : "no tag was written; give the image the programs of its platform, or say"
                                        + " verify_platform: false")
                .at(task.key().entry())
                .build();
    }
}
