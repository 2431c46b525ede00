package dev.jrelease.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.jrelease.docker.buildkit.BuildListener;
import dev.jrelease.docker.buildkit.BuildProgress;
import dev.jrelease.docker.buildkit.BuildSession;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.LayerPlace.InRepository;
import dev.jrelease.secret.Redactor;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One build on one engine. Any thread may stop it.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.51/#tag/Image/operation/ImageBuild">POST
 *     /build</a>
 */
final class BuildCall {
    private static final byte[] EMPTY_TAR = new byte[1024];

    private final EngineConnection connection;
    private final ImageBuild build;
    private final Optional<InRepository> place;
    private final String outputs;
    private final Redactor redactor;
    private final BuildProgress progress;
    private final BuildFailure failure;
    private final String id = UUID.randomUUID().toString();
    private volatile boolean stopped;
    private volatile @Nullable Response response;

    /**
     *
     * @param place the repository to push to; if empty, the engine stores the image
     */
    BuildCall(
            EngineConnection connection,
            EngineInfo engine,
            ImageBuild build,
            Optional<InRepository> place,
            Redactor redactor,
            BuildListener listener) {
        this.connection = connection;
        this.build = build;
        this.place = place;
        this.outputs =
                place.map(into -> ImageOutput.pushed(build, into)).orElseGet(() -> ImageOutput.stored(build, engine));
        this.redactor = redactor;
        this.progress = new BuildProgress(listener, redactor);
        this.failure = new BuildFailure(connection, build, redactor, progress);
        build.secrets().values().forEach(redactor::learn);
    }

    ImageId run() throws InterruptedException {
        if (!SessionRule.needsSession(build) && !needsLogin()) {
            return run("");
        }
        try (BuildSession session = openSession()) {
            return run(session.id());
        }
    }

    /** A push without a login needs no session: if the registry asks for one after all, it refuses both. */
    private boolean needsLogin() throws InterruptedException {
        return place.isPresent()
                && build.credentials()
                        .forRegistry(place.get().reference().registry())
                        .isPresent();
    }

    private BuildSession openSession() {
        try {
            return BuildSession.open(new SessionUpgrade(connection), build.secrets(), build.credentials(), redactor);
        } catch (IOException problem) {
            throw failure.lost(problem);
        }
    }

    private ImageId run(String session) {
        try (Response answer = send(session)) {
            response = answer;
            if (answer.getStatusCode() != 200) {
                throw failure.because(EngineErrors.of(answer));
            }
            return sound(new BuildStream(progress, failure, this::cancel).read(answer.getBody()));
        } catch (IOException broken) {
            throw failure.lost(broken);
        } finally {
            response = null;
        }
    }

    /**
     * Checks the image of a build whose base may have another platform: the build may succeed before it is cancelled.
     */
    private ImageId sound(ImageId image) {
        if (progress.wrongBase().isEmpty()) {
            return image;
        }
        try {
            new ImageCalls(connection).remove(image.toString());
        } catch (IOException leftThere) {
            // The error of the build is more useful than the step.
        }
        throw failure.because("");
    }

    private Response send(String session) throws IOException {
        try (InputStream body = new Body(open(build.context()))) {
            return connection.send(request(session, id).body(body).build());
        } catch (IOException broken) {
            Optional<ReleaseException> refusal = stopped ? Optional.empty() : refusal(broken);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            throw broken;
        }
    }

    private InputStream open(Path context) {
        try {
            return new BufferedInputStream(Files.newInputStream(context));
        } catch (IOException problem) {
            throw failure.withoutContext(problem);
        }
    }

    /**
     * An engine that refuses a build does not read its body, and a large request then fails with {@code Connection
     * reset by peer}. The same request with an empty context gets the engine's error message.
     */
    private Optional<ReleaseException> refusal(IOException broken) {
        Request again = request("", id + "-refused").bodyBytes(EMPTY_TAR).build();
        try (Response answer = connection.send(again)) {
            return answer.getStatusCode() == 200
                    ? Optional.empty()
                    : Optional.of(failure.because(EngineErrors.of(answer)));
        } catch (IOException same) {
            broken.addSuppressed(same);
            return Optional.empty();
        }
    }

    private Request.Builder request(String session, String buildId) {
        Query query = new Query()
                .with("version", "2")
                .with("t", build.name().filter(_ -> place.isEmpty()).orElse(""))
                .with("platform", build.platform().toString())
                .with("dockerfile", build.dockerfile())
                .with("buildargs", build.buildArgs())
                .with("labels", build.labels())
                .with("target", build.target().orElse(""))
                .with("cachefrom", build.cache().from())
                .with("pull", build.cache().pull())
                .with("nocache", build.cache().disabled())
                .with("networkmode", build.networkMode().orElse(""))
                .with("outputs", outputs)
                .with("session", session)
                .with("buildid", buildId);
        build.extraHosts().forEach(host -> query.with("extrahosts", host));
        return Request.builder()
                .method(Method.POST)
                .path(connection.path("/build" + query))
                .putHeader("Content-Type", "application/x-tar");
    }

    /** Stops the build on the engine and the request. May be called again until {@link #run} has ended. */
    void stop() {
        stopped = true;
        Response open = response;
        if (open != null) {
            open.close();
        }
        cancel();
    }

    private void cancel() {
        Request cancel = Request.builder()
                .method(Method.POST)
                .path(connection.path("/build/cancel" + new Query().with("id", id)))
                .bodyBytes(new byte[0])
                .build();
        try {
            // It answers 200 also for unknown builds, so the answer has no meaning.
            connection.send(cancel).close();
        } catch (IOException gone) {
            // If the engine has ended, so has the build.
        }
    }

    /**
     * The build context, which ends when the build is stopped. The transport repeats requests, but none with a stream
     * as its body, so each id is used for one build.
     */
    private final class Body extends FilterInputStream {
        Body(InputStream file) {
            super(file);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (stopped) {
                throw new InterruptedIOException("stopped");
            }
            return super.read(into, offset, length);
        }
    }
}
