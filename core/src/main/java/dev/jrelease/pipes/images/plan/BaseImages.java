package dev.jrelease.pipes.images.plan;

import dev.jrelease.context.RenderedFile;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Reason;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipes.images.entry.ImageEntry;
import dev.jrelease.template.Template;
import dev.jrelease.template.TemplateContext;
import dev.jrelease.template.function.BranchCheck;
import dev.jrelease.template.function.FileAccess;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code BaseImage} and {@code BaseImageDigest} for templates of an entry. Its Dockerfile is read only if one of them is
 * used; where no file is looked at, they are not known.
 */
final class BaseImages {
    private static final String IMAGE = "BaseImage";
    private static final String DIGEST = "BaseImageDigest";

    private static final Map<String, Rendered> UNKNOWN =
            Map.of(IMAGE, Rendered.of(Unknown.of("." + IMAGE)), DIGEST, Rendered.of(Unknown.of("." + DIGEST)));

    private final Planning planning;
    private final BranchCheck branchesOfFiles;

    BaseImages(Planning planning, BranchCheck branchesOfFiles) {
        this.planning = planning;
        this.branchesOfFiles = branchesOfFiles;
    }

    /** The same with both names. */
    TemplateContext add(TemplateContext context, ImageEntry entry) {
        if (planning.facts().isCheck()) {
            return context.with(UNKNOWN);
        }
        Supplier<Object> image =
                () -> base(context, entry).map(DockerfileBase::name).orElse("");
        Supplier<Object> digest =
                () -> base(context, entry).map(base -> digest(base, entry)).orElse("");
        return context.with(Map.of(IMAGE, image, DIGEST, digest));
    }

    /** Absent, too, where a template does not write it but only is looked at. */
    private Optional<DockerfileBase> base(TemplateContext context, ImageEntry entry) {
        return branchesOfFiles.looksAside() ? Optional.empty() : read(context, entry);
    }

    /** Absent where there is none, and where the Dockerfile cannot be read, which is told. */
    private Optional<DockerfileBase> read(TemplateContext context, ImageEntry entry) {
        String dockerfile = entry.recipe()
                .anyDockerfile()
                .orElse(Template.literal("Dockerfile"))
                .render(context, new Problems());
        try {
            FileAccess files = context.files().orElseThrow(() -> new IOException("no files are looked at"));
            return entry.recipe().templatedDockerfile().isPresent()
                    ? filled(files, context, entry)
                    : DockerfileBase.of(new String(files.read(dockerfile), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            String why = unreadable instanceof NoSuchFileException ? "there is no such file" : Reason.of(unreadable);
            planning.notFollowed(
                    entry.dockerfileLocation(),
                    "the base image is not known: cannot read " + dockerfile + ": " + why,
                    "what needs it is empty");
            return Optional.empty();
        }
    }

    /**
     * What of the template needs the base image itself, or one platform where there are several, is left empty: what is
     * wrong with it is told where it is filled in for an image.
     */
    private Optional<DockerfileBase> filled(FileAccess files, TemplateContext context, ImageEntry entry) {
        Problems own = new Problems();
        Optional<RenderedFile> dockerfile =
                TemplatedFiles.in(files, own).dockerfile(entry.recipe().templatedDockerfile(), context);
        if (dockerfile.isEmpty()) {
            planning.problems().addAll(own);
        }
        return dockerfile.flatMap(file -> DockerfileBase.of(file.content()));
    }

    private String digest(DockerfileBase base, ImageEntry entry) {
        if (base.digest().isEmpty()) {
            planning.notFollowed(
                    entry.dockerfileLocation(),
                    "the digest of the base image " + base.name()
                            + " is not known: nothing is asked of a registry here",
                    "pin it in the Dockerfile: FROM " + base.name() + "@sha256:…");
        }
        return base.digest();
    }
}
