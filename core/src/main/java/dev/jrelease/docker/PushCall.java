package dev.jrelease.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageManifest;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One push of an image to this process, which is faster than an export. Any thread may stop it. */
final class PushCall {
    private final EngineConnection connection;
    private final ImageExport export;
    private final LoopbackRegistry registry;
    private final String tag;
    private volatile @Nullable Response response;

    /** @param tag that the image has in the registry's repository */
    PushCall(EngineConnection connection, ImageExport export, LoopbackRegistry registry, String tag) {
        this.connection = connection;
        this.export = export;
        this.registry = registry;
        this.tag = tag;
    }

    ImageManifest run() throws InterruptedException {
        registry.blobs().offer(export.base());
        registry.blobs().await(export.id().digest());
        Request request = Request.builder()
                .method(Method.POST)
                .path(connection.path("/images/" + registry.repository() + "/push" + new Query().with("tag", tag)))
                .putHeader("X-Registry-Auth", registry.login())
                .bodyBytes(new byte[0])
                .build();
        try (Response answer = connection.send(request)) {
            response = answer;
            if (answer.getStatusCode() != 200) {
                throw failure(EngineErrors.of(answer)).build();
            }
            Optional<String> error = EngineErrors.sentIn(answer.getBody());
            if (error.isPresent()) {
                throw failure(error.get()).build();
            }
            byte[] config = registry.blobs()
                    .config(export.id().digest())
                    .orElseThrow(() -> new IOException("it did not push the configuration"));
            return export.assemble(config);
        } catch (IOException problem) {
            throw failure(EngineErrors.of(problem)).cause(problem).build();
        }
    }

    private ReleaseException.Builder failure(String why) {
        return ReleaseException.couldNot(
                        FailureKind.ENVIRONMENT,
                        "let the Docker engine push image " + export.id().abbreviated() + " (" + export.platform()
                                + ") to this process")
                .because(why);
    }

    void stop() {
        Response open = response;
        if (open != null) {
            open.close();
        }
    }
}
