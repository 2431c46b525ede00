package dev.jrelease.docker;

import dev.jrelease.concurrent.Lazy;
import dev.jrelease.concurrent.Worker;
import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.LayerSink;
import dev.jrelease.image.Platform;
import dev.jrelease.secret.Redactor;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The limited set of the Engine API that a release needs. Connects at first use. Several threads may use it at once.
 *
 * <p>Every method throws a {@link ReleaseException} of kind ENVIRONMENT if no engine answers, or one that cannot build.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/">Docker Engine API</a>
 */
public final class DockerEngine implements AutoCloseable {
    private final Environment environment;
    private final Redactor redactor;
    private final SharedLayers claims = new SharedLayers();
    private final Lazy<EngineInfo> info = new Lazy<>(this::askInfo);
    private @Nullable EngineConnection connection;

    private DockerEngine(Environment environment, Redactor redactor) {
        this.environment = environment;
        this.redactor = redactor;
    }

    /** The engine that the {@code docker} command would use: DOCKER_HOST, else its context, else the local socket. */
    public static DockerEngine of(Environment environment, Redactor redactor) {
        return new DockerEngine(environment, redactor);
    }

    /** Connects, if that is not done yet. */
    public void connect() {
        connection();
    }

    /** What the engine says of itself. It is asked once. */
    public EngineInfo info() {
        return info.get();
    }

    private EngineInfo askInfo() {
        return ask("ask the engine what it is", ImageCalls::info);
    }

    /** Everything the engine has now, untagged images included. */
    public Set<ImageId> images() {
        return names().keySet();
    }

    /** The same with the names of each, {@code repository:tag}; none for an untagged image. */
    public Map<ImageId, Set<String>> names() {
        return ask("list the engine's images", ImageCalls::names);
    }

    /** Gives an image one more name; false if the engine does not have it any more. */
    public boolean tag(ImageId id, String repository, String tag) {
        return ask("tag image " + id.abbreviated(), images -> images.tag(id, repository, tag));
    }

    /** Takes a name from an image, which goes with its last name unless it is in use. Works in an interrupted thread. */
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
     * Builds an image, which stays untagged. An interrupt ends the build on the engine, too.
     *
     * @throws ReleaseException of kind BUILD with the engine's words, or ENVIRONMENT if its machine lacks something
     */
    public ImageId build(ImageBuild build, BuildListener listener) throws InterruptedException {
        BuildCall call = new BuildCall(connection(), build, ImageOutput.of(build, info()), redactor, listener);
        return Worker.interruptibly("build " + build.platform(), call::run, call::stop);
    }

    /**
     * Writes an image into a sink: its layers, compressed there unless the engine has them compressed, its
     * configuration and its manifest, all of OCI's types. Layers that several exports share are compressed once.
     *
     * @param platform which one is meant where the engine has several under one id
     * @param base layers that the sink gets as they lie in a repository, instead of the engine's copies
     * @return the manifest that is in the sink now
     */
    public ImageManifest export(ImageId id, Platform platform, LayerSink sink, BaseLayers base)
            throws InterruptedException {
        ExportCall call = new ExportCall(connection(), new ImageExport(id, platform, sink, base), claims);
        return Worker.interruptibly("export " + id.abbreviated(), call::run, call::stop);
    }

    /** The same with all layers from the engine. */
    public ImageManifest export(ImageId id, Platform platform, LayerSink sink) throws InterruptedException {
        return export(id, platform, sink, BaseLayers.NONE);
    }

    /** The image that a name or an id stands for, if the engine has it. */
    public Optional<EngineImage> image(String name) {
        return ask("look up image " + name, images -> images.image(name));
    }

    /** Removes an image. One that is not there, has a tag or is in use is left alone. Works in an interrupted thread. */
    public void remove(ImageId id) {
        if (ask("look up image " + id.abbreviated(), images -> images.hasNoTag(id))) {
            ask("remove image " + id.abbreviated(), images -> {
                images.remove(id.toString());
                return id;
            });
        }
    }

    private <T> T ask(String what, Function<ImageCalls, T> question) {
        return Worker.uninterruptibly("docker", () -> {
            EngineConnection engine = open();
            try {
                return question.apply(new ImageCalls(engine));
            } catch (ReleaseException said) {
                throw said;
            } catch (RuntimeException problem) {
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

    private synchronized EngineConnection open() {
        EngineConnection opened = connection;
        if (opened == null) {
            opened = EngineConnection.open(EngineAddress.of(environment));
            connection = opened;
        }
        return opened;
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
