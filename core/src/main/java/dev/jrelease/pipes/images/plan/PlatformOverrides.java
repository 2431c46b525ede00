package dev.jrelease.pipes.images.plan;

import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.fields.PlatformNames;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.PlatformOverride;
import dev.jrelease.pipes.images.entry.DockerManifestConfig;
import dev.jrelease.pipes.images.entry.DockerManifestConfig.Annotation;
import dev.jrelease.template.TemplateContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The platforms in {@code annotate} of one entry. */
final class PlatformOverrides {
    private final Problems problems;
    private final Map<ImageReference, PlatformOverride> overrides = new LinkedHashMap<>();
    private final Map<ImageReference, ImageName> written = new LinkedHashMap<>();

    PlatformOverrides(DockerManifestConfig config, ImageNames names, TemplateContext context, Problems problems) {
        this.problems = problems;
        config.annotate().forEach((key, annotation) -> {
            check(annotation);
            names.one(key, context).ifPresent(name -> {
                overrides.put(name.reference(), annotation.override());
                written.put(name.reference(), name);
            });
        });
    }

    private void check(Annotation annotation) {
        annotation.os().ifPresent(os -> names(os).knowsOs(os.value()));
        annotation.architecture().ifPresent(architecture -> {
            names(architecture).knowsArchitecture(architecture.value());
            annotation
                    .variant()
                    .ifPresent(variant -> names(variant).knowsVariant(architecture.value(), variant.value()));
        });
    }

    private PlatformNames names(Located<String> part) {
        return new PlatformNames(part.location(), problems);
    }

    Optional<PlatformOverride> of(ImageReference child) {
        return Optional.ofNullable(overrides.get(child));
    }

    /** Reports names that are not children, because they would have no effect. */
    void refuseOthers(List<ImageName> images) {
        List<String> known = images.stream().map(ImageName::text).toList();
        written.forEach((reference, name) -> {
            if (images.stream().noneMatch(image -> image.reference().equals(reference) || image.mayEqual(name))) {
                problems.error(
                        name.location(),
                        "annotate: " + name.text() + " is not an image of this index",
                        Suggestion.didYouMean(name.text(), known).orElse("its images are " + String.join(", ", known)));
            }
        });
    }
}
