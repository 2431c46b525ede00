package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.context.BuildContext;
import dev.jrelease.context.ContextArchive;
import dev.jrelease.context.ContextSpec;
import dev.jrelease.dist.DistFolder;
import dev.jrelease.docker.DockerEngine;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.layout.Layouts;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Handover;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageKey;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.pipes.images.reuse.BuildInputs;
import dev.jrelease.pipes.images.reuse.KnownBuilds;
import dev.jrelease.publish.ObservedTags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Builds one image per platform on the engine and copies it to the layout. */
public final class BuildImagesPipe implements Pipe<ImageRelease, ImageTask> {
    private final Feature<ImageRelease> feature;
    private final Handover<BuiltImage> built;
    private final DockerEngine engine;
    private final BuildHost host;
    private final BuildReuse reuse;
    private final EarlyUpload early;
    private final EngineBuild engineBuild;
    private final BaseCheck baseCheck;
    private final Layouts layouts;
    private final BuildSecrets secrets;
    private final Map<ImageKey, BuildContext> contexts = new ConcurrentHashMap<>();
    /** Images of one Dockerfile for several platforms have the same warnings. */
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /**
     *
     * @param built receives the images
     * @param observed what tags held before the release
     */
    public BuildImagesPipe(
            Feature<ImageRelease> feature, Handover<BuiltImage> built, Clients clients, ObservedTags observed) {
        this.feature = feature;
        this.built = built;
        this.engine = clients.engine();
        this.host = new BuildHost(engine);
        this.reuse = new BuildReuse(clients);
        this.early = new EarlyUpload(clients.registries(), observed);
        this.engineBuild = new EngineBuild(clients, reuse);
        this.baseCheck = new BaseCheck(engine, clients.registries());
        this.layouts = clients.layouts();
        this.secrets = clients.secrets();
    }

    @Override
    public String name() {
        return "docker images";
    }

    @Override
    public Feature<ImageRelease> feature() {
        return feature;
    }

    @Override
    public Optional<String> skipWord() {
        return Optional.of(SkipWord.DOCKER);
    }

    @Override
    public Optional<String> planKey() {
        return Optional.of("images");
    }

    @Override
    public Plan<ImageTask> plan(ImageRelease release, Planning planning) {
        return Plan.of(release.plan().images());
    }

    @Override
    public void preflight(ImageTask task, Run run) throws InterruptedException {
        refuseUnmade(task);
        host.check(run);
        host.checkPlatform(task, run);
        baseCheck.check(task, run);
    }

    @Override
    public void checkFiles(ImageTask task, Run run) throws InterruptedException {
        run.check(task.recipe().dockerfile(), () -> {
            refuseMissing(task, run);
            secrets.read(task.recipe().options().secrets(), run);
            return "is there, with the files that it copies";
        });
    }

    /** Refuses a Dockerfile that copies files which are not in the context. */
    private void refuseMissing(ImageTask task, Run run) {
        ContextSpec spec = ContextRecipe.of(task, run);
        BuildContext context = BuildContext.collect(spec);
        contexts.put(task.key(), context);
        if (task.recipe().lacksPrograms()) {
            // The stage that builds them reports that.
            return;
        }
        Problems problems = new Problems();
        try {
            BuildFailures.copied(task, spec).check(context, problems);
        } catch (IOException unreadable) {
            throw ReleaseException.couldNot(
                            FailureKind.ENVIRONMENT, "read " + task.recipe().dockerfile())
                    .because(unreadable)
                    .build();
        }
        problems.throwIfErrors();
        problems.list().stream()
                .map(problem -> problem.location() + ": " + problem.message()
                        + problem.hint().map(hint -> ": " + hint).orElse(""))
                .filter(warned::add)
                .forEach(run::warning);
    }

    private static void refuseUnmade(ImageTask task) {
        List<String> unmade = task.recipe().unmade();
        if (!unmade.isEmpty()) {
            throw ReleaseException.couldNot(FailureKind.CONFIGURATION, "build " + task.title())
                    .because("its ids name " + String.join(", ", unmade) + ", and nothing here makes that")
                    .hint("build it first and take it with extra_files, or with builder: prebuilt")
                    .at(task.key().entry())
                    .build();
        }
    }

    /** Uses an earlier build of the same inputs, if there is one, without a request to the engine. */
    @Override
    public List<Artifact> run(ImageTask task, Run run) throws InterruptedException {
        BuildContext context = context(task, run);
        OciLayout layout = layouts.at(ImageLayout.in(run));
        Optional<KnownBuilds.Query> query =
                reuse.query(new BuildInputs(task, context, EngineBuild.arguments(task, run), engine.identity()), run);
        Optional<BuiltImage> known = query.flatMap(inputs -> reuse.find(inputs, task, layout));
        if (known.isPresent()) {
            return List.of(named(known.get(), " as before: nothing has changed", layout, run));
        }
        BuiltImage image = built(task, context, query, layout, run);
        if (run.plan().options().publishes()) {
            early.send(image, layout, run);
        }
        return List.of(image);
    }

    private BuiltImage built(
            ImageTask task, BuildContext context, Optional<KnownBuilds.Query> query, OciLayout layout, Run run)
            throws InterruptedException {
        try {
            Path tar = DistFolder.newContext(run.dist());
            try {
                ContextArchive archive = packed(context, tar, run);
                BuiltImage image = engineBuild.build(task, archive, layout, run);
                query.ifPresent(inputs -> reuse.keep(inputs, archive.contents(), image, layout));
                return named(image, "", layout, run);
            } finally {
                Files.deleteIfExists(tar);
            }
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "build " + task.title())
                    .because(problem)
                    .build();
        }
    }

    private static ContextArchive packed(BuildContext context, Path tar, Run run)
            throws IOException, InterruptedException {
        try (OwnStep _ = OwnStep.packing(run)) {
            return context.write(tar);
        }
    }

    private BuiltImage named(BuiltImage image, String how, OciLayout layout, Run run) {
        ImageManifest manifest = image.manifest();
        if (!run.plan().options().publishes()) {
            complete(image, layout);
        }
        layout.tag(image.image().names().stream().map(ImageName::text).toList(), manifest.descriptor());
        run.message(manifest.digest() + how);
        run.handOn(built, image);
        return image;
    }

    /** Fetches layers that are elsewhere: without publishing, the layout must be complete. */
    private static void complete(BuiltImage image, OciLayout layout) {
        try {
            layout.complete(image.manifest());
        } catch (IOException unreadable) {
            throw ReleaseException.couldNot(
                            FailureKind.ENVIRONMENT,
                            "read the base of " + image.image().title())
                    .because(unreadable)
                    .build();
        }
    }

    /** The one that preflight has collected. */
    private BuildContext context(ImageTask task, Run run) {
        return Optional.ofNullable(contexts.remove(task.key()))
                .orElseGet(() -> BuildContext.collect(ContextRecipe.of(task, run)));
    }
}
