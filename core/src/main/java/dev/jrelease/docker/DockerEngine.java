package dev.jrelease.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
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
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
    private static final String NO_NAME = "<none>:<none>";
    private static final String CONTAINERD = "io.containerd.snapshotter.v1";

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
        return ask("ask the engine what it is", engine -> {
            Version version = engine.client().versionCmd().exec();
            Info info = engine.client().infoCmd().exec();
            boolean containerd = Optional.ofNullable(info.getDriverStatuses()).orElse(List.of()).stream()
                    .anyMatch(status -> status.contains(CONTAINERD));
            return new EngineInfo(
                    String.valueOf(version.getVersion()),
                    engine.apiVersion(),
                    String.valueOf(version.getOperatingSystem()),
                    String.valueOf(version.getArch()),
                    containerd);
        });
    }

    /** Everything the engine has now, untagged images included. */
    public Set<ImageId> images() {
        return names().keySet();
    }

    /** The same with the names of each, {@code repository:tag}; none for an untagged image. */
    public Map<ImageId, Set<String>> names() {
        return ask("list the engine's images", engine -> {
            Map<ImageId, Set<String>> names = new LinkedHashMap<>();
            for (Image image : engine.client().listImagesCmd().withShowAll(true).exec()) {
                ImageId.parse(image.getId())
                        .ifPresent(id -> names.computeIfAbsent(id, first -> new LinkedHashSet<>())
                                .addAll(names(image.getRepoTags())));
            }
            return Collections.unmodifiableMap(names);
        });
    }

    /** Older engines have a name for what has none. */
    private static List<String> names(String @Nullable [] tags) {
        return tags == null
                ? List.of()
                : Arrays.stream(tags).filter(name -> !name.equals(NO_NAME)).toList();
    }

    /** Gives an image one more name; false if the engine does not have it any more. */
    public boolean tag(ImageId id, String repository, String tag) {
        return ask("tag image " + id.abbreviated(), engine -> {
            try {
                engine.client().tagImageCmd(id.toString(), repository, tag).exec();
                return true;
            } catch (NotFoundException removed) {
                return false;
            }
        });
    }

    /** Takes a name from an image, which goes with its last name unless it is in use. Works in an interrupted thread. */
    public void untag(String name) {
        ask("remove the tag " + name, engine -> {
            try {
                engine.client().removeImageCmd(name).withNoPrune(true).exec();
            } catch (NotFoundException | ConflictException leftAlone) {
                // Someone else was first, or uses it.
            }
            return name;
        });
    }

    public boolean contains(ImageId id) {
        return inspect(id).isPresent();
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
        return ask("look up image " + name, engine -> {
            try {
                return Optional.of(
                        EngineImage.of(engine.client().inspectImageCmd(name).exec()));
            } catch (NotFoundException unknown) {
                return Optional.empty();
            }
        });
    }

    /** Removes an image. One that is not there, has a tag or is in use is left alone. Works in an interrupted thread. */
    public void remove(ImageId id) {
        if (inspect(id).filter(DockerEngine::hasNoTag).isEmpty()) {
            return;
        }
        ask("remove image " + id.abbreviated(), engine -> {
            try {
                engine.client().removeImageCmd(id.toString()).withNoPrune(true).exec();
            } catch (NotFoundException | ConflictException leftAlone) {
                // Someone else was first, or uses it.
            }
            return id;
        });
    }

    private static boolean hasNoTag(InspectImageResponse image) {
        return Optional.ofNullable(image.getRepoTags()).orElse(List.of()).isEmpty();
    }

    private Optional<InspectImageResponse> inspect(ImageId id) {
        return ask("look up image " + id.abbreviated(), engine -> {
            try {
                return Optional.of(
                        engine.client().inspectImageCmd(id.toString()).exec());
            } catch (NotFoundException unknown) {
                return Optional.empty();
            }
        });
    }

    private <T> T ask(String what, Function<EngineConnection, T> question) {
        return Worker.uninterruptibly("docker", () -> {
            EngineConnection engine = open();
            try {
                return question.apply(engine);
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
