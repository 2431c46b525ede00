package dev.jrelease.pipes.images;

import dev.jrelease.docker.DockerEngine;
import dev.jrelease.docker.RepositoryBuild;
import dev.jrelease.docker.RepositoryBuild.NotPushed;
import dev.jrelease.docker.RepositoryBuild.Pushed;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.http.Loopback;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has the engine push an image into the repository where it is published, so that it need not be exported. The layers
 * stay in the repository; manifest and configuration are copied to the layout.
 */
final class EnginePush {
    private final DockerEngine engine;
    private final Registries registries;
    private final Set<String> unreached = ConcurrentHashMap.newKeySet();

    EnginePush(DockerEngine engine, Registries registries) {
        this.engine = engine;
        this.registries = registries;
    }

    /** The repository that the engine pushes an image to; empty if it is not published, or the engine cannot push there. */
    Optional<InRepository> place(ImageTask task, Run run) {
        if (!run.plan().options().publishes() || !engine.info().pushesByDigest()) {
            return Optional.empty();
        }
        return task.homes().stream()
                .filter(this::mayPush)
                .findFirst()
                .map(name -> new InRepository(name.reference(), name.access()));
    }

    /** An engine does not use certificates of the configuration, and a mirror must not fail a build. */
    private boolean mayPush(ImageName name) {
        String registry = name.reference().registry();
        return !unreached.contains(registry)
                && !registries.isMirror(name.reference())
                && !registries.hasOwnAuthorities(registry)
                && (engine.mayShareLoopback() || !Loopback.is(host(registry)));
    }

    /** Without the port. */
    private static String host(String registry) {
        int port = registry.lastIndexOf(':');
        return port > registry.lastIndexOf(']') ? registry.substring(0, port) : registry;
    }

    /** The image, of which all but the layers is now in the layout; empty if it is not in its repository. */
    Optional<ImageManifest> take(RepositoryBuild build, InRepository place, OciLayout layout, Run run)
            throws IOException {
        return switch (build) {
            case NotPushed(String why) -> failed(why, place, run);
            case Pushed(Digest manifest) -> {
                try {
                    yield Optional.of(read(manifest, place, layout, run));
                } catch (ReleaseException notThere) {
                    notThere.throwIfInterrupted();
                    yield failed("it reached another registry: " + notThere.reason(), place, run);
                }
            }
        };
    }

    private ImageManifest read(Digest digest, InRepository place, OciLayout layout, Run run) throws IOException {
        Repository repository = registries.repository(place.reference(), place.access(), run.retry());
        if (!(repository.manifest(digest) instanceof ImageManifest image)) {
            throw ReleaseException.couldNot(FailureKind.BUILD, "read what the engine has built")
                    .because(digest + " is no image")
                    .build();
        }
        byte[] config = repository.bytes(image.config());
        layout.writeBlob(image.config(), () -> new ByteArrayInputStream(config));
        image.references().stream()
                .filter(blob -> !blob.equals(image.config()))
                .forEach(layer -> layout.noteElsewhere(layer, place));
        layout.writeManifest(image);
        return image;
    }

    private Optional<ImageManifest> failed(String why, InRepository place, Run run) {
        if (unreached.add(place.reference().registry())) {
            run.message("the engine cannot push to " + place.repository() + " (" + why + "); jrelease pushes instead");
        }
        return Optional.empty();
    }
}
