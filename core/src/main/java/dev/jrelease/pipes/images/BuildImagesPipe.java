package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.cache.LocalCache;
import dev.jrelease.concurrent.Lazy;
import dev.jrelease.context.BuildContext;
import dev.jrelease.context.ContextArchive;
import dev.jrelease.context.ContextSpec;
import dev.jrelease.context.CopiedFiles;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.dist.DistFolder;
import dev.jrelease.docker.DockerEngine;
import dev.jrelease.docker.FailedStepException;
import dev.jrelease.docker.ImageBuild;
import dev.jrelease.docker.ImageId;
import dev.jrelease.docker.InvalidDockerfileException;
import dev.jrelease.docker.MissingSourceException;
import dev.jrelease.docker.RepositoryBuild;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.layout.Layouts;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.Feature;
import dev.jrelease.pipeline.Handover;
import dev.jrelease.pipeline.Pipe;
import dev.jrelease.pipeline.Plan;
import dev.jrelease.pipeline.Planning;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.flags.BuildOptions;
import dev.jrelease.pipes.images.plan.BuildRecipe;
import dev.jrelease.pipes.images.plan.ImageKey;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.pipes.images.reuse.BuildInputs;
import dev.jrelease.pipes.images.reuse.KnownBuilds;
import dev.jrelease.pipes.images.reuse.KnownExports;
import dev.jrelease.process.ProcessMark;
import dev.jrelease.registry.Registries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Builds one image per platform through the engine and brings it into the layout; the engine keeps nothing of it. */
public final class BuildImagesPipe implements Pipe<ImageRelease, ImageTask> {
    private static final String SOURCE_DATE_EPOCH = "SOURCE_DATE_EPOCH";

    private final Feature<ImageRelease> feature;
    private final Handover<BuiltImage> built;
    private final DockerEngine engine;
    private final EngineImages engineImages;
    private final EngineExport export;
    private final BuildHost host;
    private final BaseLookup bases;
    private final BuildReuse reuse;
    private final EnginePush push;
    private final BaseCheck baseCheck;
    private final Layouts layouts;
    private final Credentials credentials;
    private final BuildSecrets secrets;
    private final Map<ImageKey, BuildContext> contexts = new ConcurrentHashMap<>();

    /**
     *
     * @param built receives the images
     */
    public BuildImagesPipe(
            Feature<ImageRelease> feature,
            Handover<BuiltImage> built,
            DockerEngine engine,
            Layouts layouts,
            Registries registries,
            Credentials credentials,
            BuildSecrets secrets,
            LocalCache cache) {
        this.feature = feature;
        this.built = built;
        this.engine = engine;
        this.engineImages = new EngineImages(engine, new Lazy<>(ProcessMark::own));
        this.host = new BuildHost(engine);
        this.bases = new BaseLookup(engine, registries);
        this.reuse = new BuildReuse(engine, registries, cache);
        this.push = new EnginePush(engine, registries);
        this.export = new EngineExport(engine, engineImages, reuse.layers());
        this.baseCheck = new BaseCheck(engine, registries);
        this.layouts = layouts;
        this.credentials = credentials;
        this.secrets = secrets;
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

    /** What the Dockerfile copies has to be in the context. */
    private void refuseMissing(ImageTask task, Run run) {
        ContextSpec spec = ContextRecipe.of(task, run);
        BuildContext context = BuildContext.collect(spec);
        contexts.put(task.key(), context);
        if (task.recipe().lacksPrograms()) {
            // They are refused by their own stage, and are why the context lacks them.
            return;
        }
        Problems problems = new Problems();
        try {
            copied(task, spec).check(context, problems);
        } catch (IOException unreadable) {
            throw ReleaseException.couldNot(
                            FailureKind.ENVIRONMENT, "read " + task.recipe().dockerfile())
                    .because(unreadable)
                    .build();
        }
        problems.throwIfErrors();
    }

    /** The same in the same words where only the build could find it. */
    private static void refuseMissing(MissingSourceException missing, ImageTask task, Run run) {
        ContextSpec spec = ContextRecipe.of(task, run);
        try {
            copied(task, spec)
                    .missing(missing.step(), missing.path(), BuildContext.collect(spec))
                    .throwIfErrors();
        } catch (IOException unreadable) {
            missing.addSuppressed(unreadable);
        }
    }

    private static CopiedFiles copied(ImageTask task, ContextSpec spec) {
        BuildRecipe recipe = task.recipe();
        return new CopiedFiles(spec, task.key().entry(), recipe.target(), recipe.buildArgs(), task.platform());
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

    /** What was built before from the same is taken again, and the engine is asked for nothing. */
    @Override
    public List<Artifact> run(ImageTask task, Run run) throws InterruptedException {
        BuildContext context = context(task, run);
        OciLayout layout = layouts.at(ImageLayout.in(run));
        Optional<KnownBuilds.Query> query = reuse.query(
                new BuildInputs(task, context, reproducible(task.recipe().buildArgs(), run), engine.identity()), run);
        Optional<BuiltImage> known = query.flatMap(inputs -> reuse.find(inputs, task, layout));
        if (known.isPresent()) {
            return List.of(named(known.get(), " as before: nothing has changed", layout, run));
        }
        return List.of(built(task, context, query, layout, run));
    }

    private BuiltImage built(
            ImageTask task, BuildContext context, Optional<KnownBuilds.Query> query, OciLayout layout, Run run)
            throws InterruptedException {
        engineImages.enter();
        try {
            Path tar = DistFolder.newContext(run.dist());
            try {
                ContextArchive archive = context.write(tar);
                BuiltImage image = inLayout(task, archive, layout, run);
                query.ifPresent(inputs -> reuse.keep(inputs, archive.contents(), image, layout));
                return named(image, "", layout, run);
            } finally {
                Files.deleteIfExists(tar);
            }
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "build " + task.title())
                    .because(problem)
                    .build();
        } finally {
            engineImages.leave();
        }
    }

    private BuiltImage named(BuiltImage image, String how, OciLayout layout, Run run) {
        ImageManifest manifest = image.manifest();
        if (!run.plan().options().publishes()) {
            complete(image, layout);
        }
        image.image().names().forEach(name -> layout.tag(name.text(), manifest.descriptor()));
        run.message(manifest.digest() + how);
        run.handOn(built, image);
        return image;
    }

    /** Without a registry to publish to, the layout is all that there is. */
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

    private ImageBuild request(ImageTask task, ContextArchive context, Run run) {
        BuildRecipe recipe = task.recipe();
        BuildOptions options = recipe.options();
        return ImageBuild.of(task.platform(), context.file())
                .dockerfile(context.dockerfile())
                .buildArgs(reproducible(recipe.buildArgs(), run))
                .labels(recipe.labels())
                .target(recipe.target())
                .cacheFrom(options.cacheFrom())
                .pull(options.pull())
                .noCache(options.noCache())
                .networkMode(options.network())
                .extraHosts(options.extraHosts())
                .secrets(secrets.read(options.secrets(), run))
                .credentials(credentials::forRegistry)
                .build();
    }

    private ImageId build(ImageTask task, ContextArchive context, Run run) throws InterruptedException {
        ImageBuild build = request(task, context, run);
        ImageId id = located(task, run, () -> engine.build(build, new ReportedBuild(run)));
        engineImages.made(id);
        return id;
    }

    /** A build on the engine. */
    private interface Building<T> {
        T build() throws InterruptedException;
    }

    /** Says where in the project a failure comes from. */
    private static <T> T located(ImageTask task, Run run, Building<T> building) throws InterruptedException {
        BuildRecipe recipe = task.recipe();
        try {
            return building.build();
        } catch (MissingSourceException missing) {
            refuseMissing(missing, task, run);
            throw missing.at(recipe.location());
        } catch (InvalidDockerfileException invalid) {
            throw invalid.at(copied(task, ContextRecipe.of(task, run))
                    .place(invalid.line())
                    .orElse(recipe.location()));
        } catch (FailedStepException failed) {
            throw failed.at(place(failed, task, run).orElse(recipe.location()));
        } catch (ReleaseException failed) {
            throw failed.at(recipe.location());
        }
    }

    private static Optional<Location> place(FailedStepException failed, ImageTask task, Run run) {
        try {
            return copied(task, ContextRecipe.of(task, run)).place(failed.step());
        } catch (IOException unreadable) {
            failed.addSuppressed(unreadable);
            return Optional.empty();
        }
    }

    /** With this argument an engine gives what it builds the time of the commit, as far as it can. */
    private static Map<String, String> reproducible(Map<String, String> arguments, Run run) {
        Map<String, String> all = new LinkedHashMap<>(arguments);
        all.putIfAbsent(
                SOURCE_DATE_EPOCH, Long.toString(run.plan().facts().sourceDate().getEpochSecond()));
        return all;
    }

    private BuiltImage inLayout(ImageTask task, ContextArchive context, OciLayout layout, Run run)
            throws IOException, InterruptedException {
        Optional<ImageManifest> pushed = pushed(task, context, layout, run);
        ImageManifest made = pushed.isPresent() ? pushed.get() : exported(task, context, layout, run);
        ImageManifest built = new PlatformSpelling(layout).normalize(made);
        return new BuiltImage(task, annotated(built, task, layout), bases.of(task, run));
    }

    private Optional<ImageManifest> pushed(ImageTask task, ContextArchive context, OciLayout layout, Run run)
            throws IOException, InterruptedException {
        Optional<InRepository> place = push.place(task, run);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        ImageBuild build = request(task, context, run);
        RepositoryBuild result = located(task, run, () -> engine.buildInto(place.get(), build, new ReportedBuild(run)));
        return push.take(result, place.get(), layout, run);
    }

    private ImageManifest exported(ImageTask task, ContextArchive context, OciLayout layout, Run run)
            throws InterruptedException {
        ImageId id = build(task, context, run);
        return export(id, bases.of(task, run), task, context, layout, run);
    }

    /** With annotations it is another manifest, before anyone has seen its digest. */
    private static ImageManifest annotated(ImageManifest built, ImageTask task, OciLayout layout) {
        if (task.annotations().isEmpty()) {
            return built;
        }
        ImageManifest annotated = built.withAnnotations(task.annotations());
        layout.writeManifest(annotated);
        return annotated;
    }

    private ImageManifest export(
            ImageId id, BaseImage base, ImageTask task, ContextArchive context, OciLayout layout, Run run)
            throws InterruptedException {
        KnownExports.Query query = new KnownExports.Query(id.digest(), task.platform(), base.layers());
        Optional<ImageManifest> known = reuse.exports().find(query, layout);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            ImageManifest exported = export.of(id, task.platform(), base.layers(), layout, run);
            reuse.exports().keep(query, exported, layout);
            return exported;
        } catch (ReleaseException failed) {
            if (engine.contains(id)) {
                throw failed;
            }
            // Another run of this commit made the same image, ended first and removed it: the cache still has all
            // steps.
            engineImages.lost(id);
            return engine.export(build(task, context, run), task.platform(), layout, base.layers());
        }
    }
}
