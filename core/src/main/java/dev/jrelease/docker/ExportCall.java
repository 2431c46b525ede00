package dev.jrelease.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageManifest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One export from one engine. Any thread may stop it. */
final class ExportCall {
    private static final String NO_LAYERS = "empty export - not implemented";

    private final EngineConnection connection;
    private final ImageExport export;
    private final SharedLayers claims;
    private volatile boolean stopped;
    private volatile @Nullable Response response;

    ExportCall(EngineConnection connection, ImageExport export, SharedLayers claims) {
        this.connection = connection;
        this.export = export;
        this.claims = claims;
    }

    /**
     * If another export failed to write a common layer, that one reports the failure, and this one reads the image
     * again by itself.
     */
    ImageManifest run() throws InterruptedException {
        while (true) {
            try {
                return read();
            } catch (SharedLayerException lost) {
                if (stopped) {
                    throw new InterruptedException("stopped while another export wrote a layer");
                }
            }
        }
    }

    private ImageManifest read() throws InterruptedException, SharedLayerException {
        Request request = Request.builder()
                .method(Method.GET)
                .path(connection.path("/images/" + export.id() + "/get"))
                .build();
        try (Response answer = connection.send(request)) {
            response = answer;
            if (answer.getStatusCode() != 200) {
                throw refused(EngineErrors.of(answer));
            }
            return export.read(answer.getBody(), claims);
        } catch (SharedLayerException lost) {
            throw lost;
        } catch (IOException problem) {
            throw failure(FailureKind.ENVIRONMENT, EngineErrors.of(problem))
                    .cause(problem)
                    .build();
        }
    }

    private ReleaseException refused(String words) {
        if (words.contains(NO_LAYERS)) {
            return failure(FailureKind.BUILD, "it has no files, and this engine cannot export such images")
                    .hint("copy a file into it, or use a newer engine")
                    .build();
        }
        return failure(FailureKind.ENVIRONMENT, words).build();
    }

    private ReleaseException.Builder failure(FailureKind kind, String why) {
        return ReleaseException.couldNot(
                        kind,
                        "read image " + export.id().abbreviated() + " (" + export.platform()
                                + ") from the Docker engine")
                .because(why);
    }

    void stop() {
        stopped = true;
        Response open = response;
        if (open != null) {
            open.close();
        }
    }
}
