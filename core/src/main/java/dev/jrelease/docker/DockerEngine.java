package dev.jrelease.docker;

import dev.jrelease.concurrent.Lazy;
import dev.jrelease.concurrent.Worker;
import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.CompressedLayers;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.image.LayerSink;
import dev.jrelease.image.Platform;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The part of the Engine API that a release needs. Connects at first use. Safe for several threads.
 *
 * <p>Every method throws a {@link ReleaseException} of kind ENVIRONMENT if no engine answers, or if it does not support
 * BuildKit.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/">Docker Engine API</a>
 */
public final class DockerEngine implements AutoCloseable {
    private final Environment environment;
    private final Redactor redactor;
    private final SharedLayers claims = new SharedLayers();
    private final Map<LayerSink, LoopbackRegistry> registries = new ConcurrentHashMap<>();
    private final Lazy<EngineInfo> info = new Lazy<>(this::askInfo);
    private @Nullable EngineConnection connection;
    private @Nullable ReleaseException unusable;

    private DockerEngine(Environment environment, Redactor redactor) {
        this.environment = environment;
        this.redactor = redactor;
    }

    /** The engine of the {@code docker} command: DOCKER_HOST, else its context, else the local socket. */
    public static DockerEngine of(Environment environment, Redactor redactor) {
        return new DockerEngine(environment, redactor);
    }

    /** Connects to the engine and reads its version, unless that was done. */
    public void connect() {
        EngineInfo _ = info();
    }

    /** Address, version and image store of the engine. */
    public String identity() {
        return connection().identity() + (info().containerdStore() ? " containerd" : "");
    }

    /** Version and platform of the engine, read once. */
    public EngineInfo info() {
        return info.get();
    }

    private EngineInfo askInfo() {
        return ask("ask the engine what it is", ImageCalls::info);
    }

    /** All images with their names, {@code repository:tag}; an untagged image has none. */
    public Map<ImageId, Set<String>> names() {
        return ask("list the engine's images", ImageCalls::names);
    }

    /** Adds a tag to an image; false if the engine does not have the image. */
    public boolean tag(ImageId id, String repository, String tag) {
        return ask("tag image " + id.abbreviated(), images -> images.tag(id, repository, tag));
    }

    /** Removes a tag. The image is removed with its last tag unless it is in use. Works in an interrupted thread. */
    public void untag(String name) {
        ask("remove the tag " + name, images -> {
            images.remove(name);
            return name;
        });
    }

    public boolean contains(ImageId id) {
        return ask("look up image " + id.abbreviated(), images -> images.contains(id));
    }

    /**
     * Builds an image. An interrupt stops the build on the engine, too.
     *
     * @throws ReleaseException of kind BUILD with the engine's message, or ENVIRONMENT if its host lacks something
     */
    public ImageId build(ImageBuild build, BuildListener listener) throws InterruptedException {
        return build(build, Optional.empty(), listener);
    }

    /**
     * Builds an image, and pushes it into a repository without a tag. The engine keeps nothing but its cache. What it
     * cannot push is no failure.
     *
     * @throws ReleaseException of kind BUILD with the engine's message, or ENVIRONMENT if its host lacks something
     */
    public RepositoryBuild buildInto(InRepository place, ImageBuild build, BuildListener listener)
            throws InterruptedException {
        try {
            return new RepositoryBuild.Pushed(
                    build(build, Optional.of(place), listener).digest());
        } catch (UnpushedException unpushed) {
            return new RepositoryBuild.NotPushed(unpushed.why());
        }
    }

    private ImageId build(ImageBuild build, Optional<InRepository> place, BuildListener listener)
            throws InterruptedException {
        BuildCall call = new BuildCall(connection(), info(), build, place, redactor, listener);
        return Worker.interruptibly("build " + build.platform(), call::run, call::stop);
    }

    /**
     * Writes an image to a sink: layers (compressed there unless the engine has them compressed), configuration and
     * manifest, all with OCI media types. Layers that several exports have in common are compressed once.
     *
     * @param platform selects one if the engine has several under one id
     * @param base layers that stay in their repository
     * @return the manifest in the sink
     */
    public ImageManifest export(ImageId id, Platform platform, LayerSink sink, BaseLayers base)
            throws InterruptedException {
        OldLayerNames names = OldLayerNames.of(
                info().containerdStore()
                        ? List.of()
                        : image(id.toString()).map(EngineImage::diffIds).orElse(List.of()));
        ExportCall call = new ExportCall(connection(), new ImageExport(id, platform, sink, base, names), claims);
        return Worker.interruptibly("export " + id.abbreviated(), call::run, call::stop);
    }

    /**
     * Whether the engine may reach what listens on loopback here. A socket does not show it: an engine may be in another
     * network, and this process as well.
     */
    public boolean mayShareLoopback() {
        return connection().address().mayShareLoopback();
    }

    /** Whether it is a name, without a tag, that an image has while an engine pushes it to some run. */
    public static boolean pushesTo(String repository) {
        return LoopbackRegistry.isOne(repository);
    }

    /**
     * The same as {@link #export}, but the engine sends only layers that neither the base nor the sink has: it compresses
     * these and pushes them to this process.
     *
     * @param before what it has compressed earlier, and need not push again if the sink has it in its own form
     * @param tag a tag for the image while it is pushed
     * @throws ReleaseException of kind ENVIRONMENT if the engine does not reach this process
     */
    public ImageManifest push(
            ImageId id, Platform platform, LayerSink sink, BaseLayers base, CompressedLayers before, String tag)
            throws InterruptedException {
        LoopbackRegistry registry =
                registries.computeIfAbsent(sink, receiver -> LoopbackRegistry.start(receiver, before));
        ImageExport export = new ImageExport(id, platform, sink, base, OldLayerNames.of(List.of()));
        PushCall call = new PushCall(connection(), export, registry, tag);
        tag(id, registry.repository(), tag);
        try {
            return Worker.interruptibly("push " + id.abbreviated(), call::run, call::stop);
        } finally {
            untag(registry.repository() + ":" + tag);
        }
    }

    /** Writes an image into a file, as {@code docker save} does. */
    public void save(String name, Path file) throws InterruptedException {
        ArchiveCall call = new ArchiveCall(connection(), name, file);
        Path _ = Worker.interruptibly("save " + name, call::save, call::stop);
    }

    /**
     * Takes images from a file, as {@code docker load} does.
     *
     * @param name of the image in messages
     */
    public void load(String name, Path file) throws InterruptedException {
        ArchiveCall call = new ArchiveCall(connection(), name, file);
        Path _ = Worker.interruptibly("load " + name, call::load, call::stop);
    }

    /** The image of a name or an id; empty if the engine does not have it. */
    public Optional<EngineImage> image(String name) {
        return ask("look up image " + name, images -> images.image(name));
    }

    /** A request to the engine. */
    private interface Question<T> {
        T ask(ImageCalls images) throws IOException;
    }

    private <T> T ask(String what, Question<T> question) {
        return Worker.uninterruptibly("docker", () -> {
            EngineConnection engine = open();
            try {
                return question.ask(new ImageCalls(engine));
            } catch (IOException problem) {
                throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, what)
                        .because(EngineErrors.of(problem))
                        .cause(problem)
                        .build();
            }
        });
    }

    private EngineConnection connection() {
        return Worker.uninterruptibly("docker", this::open);
    }

    /** An engine that cannot be used is asked once, however many images need it. */
    private synchronized EngineConnection open() {
        if (unusable != null) {
            throw unusable;
        }
        EngineConnection opened = connection;
        if (opened == null) {
            try {
                opened = EngineConnection.open(EngineAddress.of(environment));
            } catch (ReleaseException refused) {
                unusable = refused;
                throw refused;
            }
            connection = opened;
        }
        return opened;
    }

    @Override
    public synchronized void close() {
        registries.values().forEach(LoopbackRegistry::close);
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
