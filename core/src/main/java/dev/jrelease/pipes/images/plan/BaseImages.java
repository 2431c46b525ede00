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
 * The values of {@code BaseImage} and {@code BaseImageDigest} for an entry. Its Dockerfile is read only if one of them
 * is used. They are unknown if files are not read.
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

    /** The context with both names. */
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

    /** Empty also if a template does not write the name and is only evaluated. */
    private Optional<DockerfileBase> base(TemplateContext context, ImageEntry entry) {
        return branchesOfFiles.isUnwritten() ? Optional.empty() : read(context, entry);
    }

    /** Empty if there is none, or if the Dockerfile cannot be read, which is reported. */
    private Optional<DockerfileBase> read(TemplateContext context, ImageEntry entry) {
        String dockerfile = entry.recipe()
                .anyDockerfile()
                .orElse(Template.literal("Dockerfile"))
                .render(context, new Problems());
        try {
            FileAccess files = context.files().orElseThrow(() -> new IOException("no files are read"));
            return entry.recipe().templatedDockerfile().isPresent()
                    ? filled(files, context, entry)
                    : DockerfileBase.of(new String(files.read(dockerfile), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            String why = unreadable instanceof NoSuchFileException ? "there is no such file" : Reason.of(unreadable);
            planning.notFollowed(
                    entry.dockerfileLocation(),
                    "the base image is unknown: cannot read " + dockerfile + ": " + why,
                    "templates that use it give an empty text");
            return Optional.empty();
        }
    }

    /**
     * Parts of the template that need the base image itself, or a single platform, are empty here. Their errors are
     * reported when it is rendered for an image.
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
                            + " is unknown: a plan sends no requests to registries",
                    "pin it in the Dockerfile: FROM " + base.name() + "@sha256:…");
        }
        return base.digest();
    }
}
