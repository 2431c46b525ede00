package dev.jrelease.pipes.images;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Platform;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipes.images.plan.IndexChild;
import dev.jrelease.verify.ImageProblem;
import dev.jrelease.verify.ImageVerifier;
import dev.jrelease.verify.VerificationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verifies images that something else has pushed, as strictly as those of this release, before an index names them. */
record ExternalCheck(ImageVerifier verifier, OciLayout layout, IndexChild.External child) {
    /**
     * Fails if an image is not for the platform in its configuration, or not for the one in its entry.
     *
     * @return warnings
     */
    List<String> check(List<Descriptor> entries) throws InterruptedException {
        List<String> warnings = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        for (Descriptor entry : entries) {
            if (layout.manifest(entry.digest()) instanceof ImageManifest image && isRun(entry, image)) {
                Platform own = layout.config(image).platform();
                stated(entry, own).ifPresent(objections::add);
                VerificationResult result = verifier.verify(layout, image, own, List.of());
                result.errors().stream().map(problem -> text(image, problem)).forEach(objections::add);
                result.warnings().stream().map(problem -> text(image, problem)).forEach(warnings::add);
            }
        }
        if (!objections.isEmpty()) {
            throw ReleaseException.couldNot(FailureKind.BUILD, "accept the image " + child.text())
                    .because(String.join("; ", objections))
                    .hint("no tag was written; name another image, or have this one made anew")
                    .at(child.location())
                    .build();
        }
        return warnings;
    }

    /** Attestations are kept as they are. */
    private static boolean isRun(Descriptor entry, ImageManifest image) {
        return !image.isArtifact()
                && entry.platform().filter(Platform::isUnknown).isEmpty();
    }

    /** A difference is accepted if the entry overrides the platform. */
    private Optional<String> stated(Descriptor entry, Platform own) {
        return entry.platform()
                .filter(platform -> child.override().isEmpty() && !platform.matches(own))
                .map(platform ->
                        "its index says " + platform + " of " + entry.digest() + ", the image itself says " + own);
    }

    private static String text(Manifest image, ImageProblem problem) {
        return image.digest() + ": " + problem.message();
    }
}
