package dev.jrelease.pipes.images;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageCopy;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.pipes.images.plan.IndexChild;
import dev.jrelease.pipes.images.plan.IndexTask;
import dev.jrelease.verify.ImageVerifier;
import dev.jrelease.verify.VerificationResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Verifies content that a release adopts, as strictly as what it has built. */
record Adoption(ImageVerifier verifier, ImageTag tag, ImageContents contents, Run run) {

    /** Fails if an image of what was found does not pass verification. */
    void judge(Manifest found, Manifest ours) throws InterruptedException {
        switch (found) {
            case ImageManifest image -> judgeOwn(image);
            case ImageIndex index -> judgeAll(index, (ImageIndex) ours);
        }
    }

    private void judgeOwn(ImageManifest image) throws InterruptedException {
        if (tag instanceof ImageTag.OfImage(ImageTask own, var _) && own.verified()) {
            judge(image, own.platform(), contents.built(own.key()).base());
        }
    }

    /** Verifies the children that are not in this release's index, too: those were verified before. */
    private void judgeAll(ImageIndex index, ImageIndex ours) throws InterruptedException {
        Set<Digest> known = ours.manifests().stream().map(Descriptor::digest).collect(Collectors.toSet());
        Set<Optional<Platform>> free = notJudged(ours);
        for (Descriptor child : index.manifests()) {
            if (!known.contains(child.digest())
                    && !free.contains(child.platform().map(Platform::normalized))) {
                for (ImageManifest image :
                        ImageCopy.images(contents.layout().manifest(child.digest()), contents.layout())) {
                    // the platform of the image itself: the index may state another one on purpose
                    Platform platform = contents.layout().config(image).platform();
                    judge(image, platform, base(platform));
                }
            }
        }
    }

    /** The platforms, as the index spells them, whose entry has {@code verify_platform: false}. */
    private Set<Optional<Platform>> notJudged(ImageIndex ours) {
        if (!(tag instanceof ImageTag.OfIndex(IndexTask index))) {
            return Set.of();
        }
        Set<Digest> images = index.children().stream()
                .filter(IndexChild.Built.class::isInstance)
                .map(IndexChild.Built.class::cast)
                .filter(child -> !contents.built(child.image()).image().verified())
                .map(child -> contents.of(child).digest())
                .collect(Collectors.toSet());
        return ours.manifests().stream()
                .filter(child -> images.contains(child.digest()))
                .map(child -> child.platform().map(Platform::normalized))
                .collect(Collectors.toSet());
    }

    /** The base of the image that was built for this platform: an image of the same revision has the same base. */
    private BaseImage base(Platform platform) {
        return contents.images().stream()
                .filter(built -> built.image().platform().matches(platform))
                .map(BuiltImage::base)
                .filter(base -> !base.diffIds().isEmpty())
                .findFirst()
                .orElse(BaseImage.UNKNOWN);
    }

    private void judge(ImageManifest image, Platform asked, BaseImage base) throws InterruptedException {
        List<String> all = contents.layout().config(image).diffIds();
        List<String> layers = base.lowest(all);
        VerificationResult result = verifier.verify(contents.layout(), image, asked, layers);
        result.warnings().forEach(warning -> run.warning(image.digest() + ": " + warning.message()));
        if (!result.passes()) {
            throw ReleaseException.couldNot(
                            FailureKind.BUILD, "adopt what " + tag.name().text() + " holds")
                    .because("of the same revision is " + image.digest() + " there, but " + result.objections())
                    .hint(
                            base.isAnother(all)
                                    ? "it was built on another base image, whose programs are judged, too: replace it with"
                                            + " --overwrite, or say verify_platform: false"
                                    : "replace it with --overwrite, and find out who pushed it")
                    .at(tag.name().location())
                    .build();
        }
    }
}
