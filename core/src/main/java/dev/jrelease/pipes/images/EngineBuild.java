package dev.jrelease.pipes.images;

import dev.jrelease.concurrent.Lazy;
import dev.jrelease.context.ContextArchive;
import dev.jrelease.credentials.Credentials;
import dev.jrelease.docker.DockerEngine;
import dev.jrelease.docker.ImageBuild;
import dev.jrelease.docker.ImageId;
import dev.jrelease.docker.RepositoryBuild;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.flags.BuildOptions;
import dev.jrelease.pipes.images.plan.BuildRecipe;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.pipes.images.reuse.KnownExports;
import dev.jrelease.process.ProcessMark;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds images on the engine and copies them to the layout. The engine keeps only its build cache. */
final class EngineBuild {
    private static final String SOURCE_DATE_EPOCH = "SOURCE_DATE_EPOCH";

    private final DockerEngine engine;
    private final EngineImages images;
    private final EngineExport export;
    private final EnginePush push;
    private final KnownExports exports;
    private final BaseLookup bases;
    private final Credentials credentials;
    private final BuildSecrets secrets;

    EngineBuild(Clients clients, BuildReuse reuse) {
        this.engine = clients.engine();
        this.images = new EngineImages(engine, new Lazy<>(ProcessMark::own));
        this.export = new EngineExport(engine, images, reuse.layers(), reuse.compressions());
        this.push = new EnginePush(engine, clients.registries());
        this.exports = reuse.exports();
        this.bases = new BaseLookup(engine, clients.registries());
        this.credentials = clients.credentials();
        this.secrets = clients.secrets();
    }

    /** One build with its destination. */
    private record Job(ImageTask task, ImageBuild request, OciLayout layout, Run run) {}

    BuiltImage build(ImageTask task, ContextArchive context, OciLayout layout, Run run)
            throws IOException, InterruptedException {
        images.enter();
        try {
            Job job = new Job(task, request(task, context, run), layout, run);
            Optional<ImageManifest> pushed = pushed(job);
            ImageManifest made = pushed.isPresent() ? pushed.get() : exported(job);
            ImageManifest built = new PlatformSpelling(layout).normalize(made);
            return new BuiltImage(task, annotated(built, task, layout), bases.of(task, run));
        } finally {
            images.leave();
        }
    }

    /** The arguments of a build. The one that is added makes an engine give what it builds the time of the commit. */
    static Map<String, String> arguments(ImageTask task, Run run) {
        Map<String, String> all = new LinkedHashMap<>(task.recipe().buildArgs());
        all.putIfAbsent(
                SOURCE_DATE_EPOCH, Long.toString(run.plan().facts().sourceDate().getEpochSecond()));
        return all;
    }

    private ImageBuild request(ImageTask task, ContextArchive context, Run run) {
        BuildRecipe recipe = task.recipe();
        BuildOptions options = recipe.options();
        return ImageBuild.of(task.platform(), context.file())
                .dockerfile(context.dockerfile())
                .buildArgs(arguments(task, run))
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

    private Optional<ImageManifest> pushed(Job job) throws IOException, InterruptedException {
        Optional<InRepository> place = push.place(job.task, job.run);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        RepositoryBuild result = BuildFailures.located(
                job.task, job.run, () -> engine.buildInto(place.get(), job.request, ReportedBuild.of(job.run)));
        return push.take(result, place.get(), job.layout, job.run);
    }

    private ImageId build(Job job) throws InterruptedException {
        TemporaryTag tag = images.next();
        ImageBuild named = job.request.named(tag.toString());
        ImageId id = BuildFailures.located(job.task, job.run, () -> engine.build(named, ReportedBuild.of(job.run)));
        images.made(id, tag);
        return id;
    }

    private ImageManifest exported(Job job) throws InterruptedException {
        ImageId id = build(job);
        // The engine has the base now.
        BaseImage base = bases.of(job.task, job.run);
        KnownExports.Query query = new KnownExports.Query(id.digest(), job.task.platform(), base.layers());
        Optional<ImageManifest> known = exports.find(query, job.layout);
        if (known.isPresent()) {
            return known.get();
        }
        try (OwnStep _ = OwnStep.taking(job.run)) {
            ImageManifest exported = export.of(id, job.task.platform(), base.layers(), job.layout, job.run);
            exports.keep(query, exported, job.layout);
            return exported;
        } catch (ReleaseException failed) {
            if (engine.contains(id)) {
                throw failed;
            }
            // Something else has removed it: the cache still has all steps.
            return engine.export(build(job), job.task.platform(), job.layout, base.layers());
        }
    }

    /** Adds the annotations of the configuration, which changes the digest. */
    private static ImageManifest annotated(ImageManifest built, ImageTask task, OciLayout layout) {
        if (task.annotations().isEmpty()) {
            return built;
        }
        ImageManifest annotated = built.withAnnotations(task.annotations());
        layout.writeManifest(annotated);
        return annotated;
    }
}
