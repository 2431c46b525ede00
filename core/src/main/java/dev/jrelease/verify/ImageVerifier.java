package dev.jrelease.verify;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.Platform;
import dev.jrelease.image.layer.UnreadableLayerException;
import dev.jrelease.verify.ImageProblem.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Verifies the platform and the programs of an image from its bytes. Nothing is run, so emulation has no influence.
 *
 * <p>Errors: the configuration states another platform than the entry; a program that a container starts, directly or
 * through a shell, a script or a program such as {@code timeout}, or that its health check runs, is for another
 * processor or operating system, or cannot be started; its loader or interpreter is not in the image; an executable of
 * the image's own layers in a directory of {@code PATH} is for another processor, and its name does not state that; the
 * first word of the entrypoint is not in the image.
 *
 * <p>Warnings: files for another processor elsewhere in the image's own layers; 32-bit ARM programs in an arm64 image,
 * which some processors run; a missing program of cmd or of a shell, since images that only carry files often name one,
 * and not everything that a shell does is known; content that could not be read.
 */
public final class ImageVerifier {
    private static final Set<String> WITH_ELF =
            Set.of("linux", "android", "freebsd", "netbsd", "openbsd", "dragonfly", "solaris", "illumos");

    private final LayerIndex layers;

    /**
     *
     * @param layers shared by all images of a run, so that each layer is read once
     */
    public ImageVerifier(LayerIndex layers) {
        this.layers = layers;
    }

    /**
     * Verifies one image.
     *
     * @param asked the platform it was built for
     * @param baseDiffIds those of its base image, whose executables are not verified; empty if they are not known, then
     *     all layers are the image's own
     * @throws ReleaseException if the image cannot be read
     */
    public VerificationResult verify(ImageSource source, ImageManifest image, Platform asked, List<String> baseDiffIds)
            throws InterruptedException {
        try {
            ImageConfig config = source.config(image);
            List<ImageProblem> problems = new ArrayList<>(stated(config.platform(), asked));
            String os = config.platform().os();
            if (!WITH_ELF.contains(os)) {
                problems.add(ImageProblem.about(
                        Severity.WARNING, "programs are not verified for the operating system '" + os + "'"));
                return new VerificationResult(problems);
            }
            problems.addAll(programs(source, image, config, baseDiffIds));
            return new VerificationResult(problems);
        } catch (IOException | IllegalArgumentException failed) {
            throw ReleaseException.couldNot(FailureKind.BUILD, "verify the image " + image.digest())
                    .because(failed)
                    .build();
        }
    }

    /** The base is read only if the image's own layers leave something open, or something is wrong in them. */
    private List<ImageProblem> programs(
            ImageSource source, ImageManifest image, ImageConfig config, List<String> baseDiffIds)
            throws IOException, InterruptedException {
        int own = ownFrom(config.diffIds(), baseDiffIds);
        if (own > 0 && config.diffIds().size() == image.layers().size()) {
            Contents above = contents(source, image, own);
            FileSystem files = new FileSystem(above.layers, own);
            if (problems(files, own, config, above.unreadable).isEmpty() && !files.hasMissed()) {
                return List.of();
            }
        }
        Contents all = contents(source, image, 0);
        return problems(new FileSystem(all.layers, 0), own, config, all.unreadable);
    }

    private static List<ImageProblem> problems(
            FileSystem files, int own, ImageConfig config, List<ImageProblem> unreadable) {
        FilePlatformCheck platformCheck = new FilePlatformCheck(config.platform());
        ProgramFinder finder = new ProgramFinder(files, config);
        Loaders loaders = new Loaders(files, unreadable.isEmpty(), platformCheck);
        new StartCheck(finder, unreadable.isEmpty(), loaders, platformCheck).check(config);
        new OwnFilesCheck(files, own, loaders, platformCheck).check(finder);
        List<ImageProblem> problems = new ArrayList<>(platformCheck.problems());
        problems.addAll(unreadable);
        return problems;
    }

    private static List<ImageProblem> stated(Platform stated, Platform asked) {
        if (stated.matches(asked)) {
            return List.of();
        }
        boolean silent = stated.os().isEmpty() || stated.architecture().isEmpty();
        String says = silent ? "the image does not say for which platform it is" : "the image says " + stated;
        return List.of(ImageProblem.about(Severity.ERROR, says + ", the entry has " + asked));
    }

    /** The readable files of some layers. */
    private record Contents(List<List<LayerFile>> layers, List<ImageProblem> unreadable) {}

    private Contents contents(ImageSource source, ImageManifest image, int from)
            throws IOException, InterruptedException {
        List<List<LayerFile>> contents = new ArrayList<>();
        List<ImageProblem> unreadable = new ArrayList<>();
        for (Descriptor layer : image.layers().subList(from, image.layers().size())) {
            try {
                contents.add(layers.files(source, layer));
            } catch (UnreadableLayerException unread) {
                contents.add(List.of());
                unreadable.add(ImageProblem.about(
                        Severity.WARNING,
                        "layer " + layer.digest() + " could not be verified: " + unread.getMessage()));
            }
        }
        return new Contents(contents, unreadable);
    }

    /** The number of the first layer that is not a layer of the base image. */
    private static int ownFrom(List<String> image, List<String> base) {
        int same = 0;
        while (same < image.size() && same < base.size() && image.get(same).equals(base.get(same))) {
            same++;
        }
        return same == base.size() ? same : 0;
    }
}
