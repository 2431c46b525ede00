package dev.jrelease.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One archive that is saved from an engine or loaded into it, as with {@code docker save} and {@code docker load}. */
final class ArchiveCall {
    private final EngineConnection connection;
    private final String image;
    private final Path file;
    private volatile @Nullable Response response;

    /**
     *
     * @param image its name in messages, and for saving
     */
    ArchiveCall(EngineConnection connection, String image, Path file) {
        this.connection = connection;
        this.image = image;
        this.file = file;
    }

    Path save() {
        Request request = Request.builder()
                .method(Method.GET)
                .path(connection.path("/images/" + image + "/get"))
                .build();
        try (Response answer = checked(connection.send(request), "read");
                OutputStream out = new FileOutputStream(file.toFile())) {
            answer.getBody().transferTo(out);
            return file;
        } catch (IOException problem) {
            throw failure("read", EngineErrors.of(problem)).cause(problem).build();
        }
    }

    Path load() {
        Request.Builder request = Request.builder()
                .method(Method.POST)
                .path(connection.path("/images/load?quiet=1"))
                .putHeader("Content-Type", "application/x-tar");
        try (InputStream archive = new FileInputStream(file.toFile());
                Response answer = checked(connection.send(request.body(archive).build()), "load")) {
            // The status is known before the archive is read; errors come after it.
            Optional<String> error = EngineErrors.sentIn(answer.getBody());
            if (error.isPresent()) {
                throw failure("load", error.get()).build();
            }
            return file;
        } catch (IOException problem) {
            throw failure("load", EngineErrors.of(problem)).cause(problem).build();
        }
    }

    private Response checked(Response answer, String verb) {
        response = answer;
        if (answer.getStatusCode() == 200) {
            return answer;
        }
        try (answer) {
            throw failure(verb, EngineErrors.of(answer)).build();
        }
    }

    private ReleaseException.Builder failure(String verb, String why) {
        String direction = verb.equals("load") ? " into" : " from";
        return ReleaseException.couldNot(
                        FailureKind.ENVIRONMENT, verb + " image " + image + direction + " the Docker engine")
                .because(why);
    }

    void stop() {
        Response open = response;
        if (open != null) {
            open.close();
        }
    }
}
