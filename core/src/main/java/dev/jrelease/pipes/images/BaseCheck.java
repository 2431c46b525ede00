package dev.jrelease.pipes.images;

import dev.jrelease.concurrent.Lazy;
import dev.jrelease.docker.DockerEngine;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Reason;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import dev.jrelease.report.ReleaseEvent.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Finds, before a build, base images that do not have its platform. */
final class BaseCheck {
    private final DockerEngine engine;
    private final Registries registries;
    private final Map<BaseName, Lazy<List<Platform>>> known = new ConcurrentHashMap<>();

    BaseCheck(DockerEngine engine, Registries registries) {
        this.engine = engine;
        this.registries = registries;
    }

    /** A registry that does not answer is no error: the engine may have the image or use a mirror. */
    void check(ImageTask task, Run run) throws InterruptedException {
        Optional<BaseName> wanted = BaseName.of(task, run, engine.info());
        if (wanted.isEmpty()) {
            return;
        }
        BaseName base = wanted.get();
        String what = "base " + base.reference() + " for " + base.platform();
        if (!base.pull() && isInEngine(base)) {
            run.checked(what, Verdict.PASSED, "is in the engine", Optional.empty());
            return;
        }
        List<Platform> platforms;
        try {
            platforms = known.computeIfAbsent(base.forEveryPlatform(), any -> new Lazy<>(() -> platforms(any, run)))
                    .get();
        } catch (ReleaseException failure) {
            run.checked(what, Verdict.DOUBTFUL, "not looked up: " + Reason.of(failure), failure.hint());
            return;
        }
        run.check(what, () -> {
            refuseMissing(base, platforms, task);
            return "is in its registry";
        });
    }

    private boolean isInEngine(BaseName base) {
        return engine.image(base.reference().toString())
                .filter(image -> image.isFor(base.platform()))
                .isPresent();
    }

    private List<Platform> platforms(BaseName base, Run run) {
        Repository repository = registries.repository(base.reference(), base.access(), run.retry());
        Manifest manifest = repository.manifest(base.reference().manifestKey());
        return switch (manifest) {
            case ImageManifest image -> List.of(repository.config(image).platform());
            case ImageIndex index ->
                index.manifests().stream()
                        .flatMap(child -> child.realPlatform().stream())
                        .toList();
        };
    }

    private static void refuseMissing(BaseName base, List<Platform> platforms, ImageTask task) {
        Platform wanted = base.platform();
        boolean there = platforms.stream().anyMatch(wanted::isSameArchitecture);
        if (!there) {
            throw ReleaseException.couldNot(FailureKind.CONFIGURATION, "build " + task.title())
                    .because("its base image " + base.reference() + " has no " + wanted + ", only "
                            + platforms.stream()
                                    .map(Platform::toString)
                                    .distinct()
                                    .collect(Collectors.joining(", ")))
                    .hint("use a base image that has it, or remove the platform")
                    .at(task.recipe().location())
                    .build();
        }
    }
}
