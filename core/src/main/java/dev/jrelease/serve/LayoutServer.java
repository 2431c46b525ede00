package dev.jrelease.serve;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Reason;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.http.LoopbackServer;
import dev.jrelease.http.ServerAnswer;
import dev.jrelease.http.ServerRequest;
import dev.jrelease.layout.Layouts;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A registry on loopback whose images are those of a layout. Nothing can be pushed to it. */
public final class LayoutServer implements AutoCloseable {
    private final LoopbackServer server;
    private final RegistryAnswers answers;

    private LayoutServer(LoopbackServer server, RegistryAnswers answers) {
        this.server = server;
        this.answers = answers;
    }

    /**
     * Starts to serve.
     *
     * @param port 0 for a free one
     * @param layouts opens it
     * @throws ReleaseException of kind ENVIRONMENT if the folder is no layout, or the port is in use
     */
    public static LayoutServer start(Path layout, int port, Layouts layouts) {
        ServedImages _ = ServedImages.in(layout, layouts);
        RegistryAnswers answers = new RegistryAnswers(layout, layouts);
        try {
            return new LayoutServer(LoopbackServer.start(port, request -> answer(answers, request)), answers);
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "serve on port " + port)
                    .because(problem)
                    .hint("choose another port with --port; 0 takes a free one")
                    .build();
        }
    }

    /** Host and port, as image references have them. */
    public String address() {
        return "localhost:" + server.port();
    }

    /** References to the images that there are now. */
    public List<String> references() {
        List<String> all = new ArrayList<>();
        answers.images().names().forEach(name -> all.add(address() + "/" + name));
        return all;
    }

    /** Serves until the thread is interrupted. */
    public void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private static ServerAnswer answer(RegistryAnswers answers, ServerRequest request) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        ServerAnswer answer = reads
                ? read(answers, request)
                : RegistryAnswers.error(405, "UNSUPPORTED", "this registry is read-only");
        return answer.with("Docker-Distribution-API-Version", "registry/2.0");
    }

    private static ServerAnswer read(RegistryAnswers answers, ServerRequest request) {
        try {
            ServerAnswer answer = answers.answer(URI.create(request.target()).getPath(), request.range());
            return request.method().equals("GET") ? opened(answer) : answer;
        } catch (IllegalArgumentException noPath) {
            return RegistryAnswers.error(400, "NAME_INVALID", request.target() + " is no path");
        } catch (ReleaseException damaged) {
            return RegistryAnswers.error(500, "UNKNOWN", String.valueOf(damaged.getMessage()));
        } catch (IOException unreadable) {
            return RegistryAnswers.error(500, "UNKNOWN", Reason.of(unreadable));
        }
    }

    /** Opens the content before anything is sent: a layer may be in a repository that has lost it. */
    private static ServerAnswer opened(ServerAnswer answer) throws IOException {
        InputStream content = answer.body().open();
        return new ServerAnswer(answer.status(), answer.headers(), answer.length(), () -> content);
    }

    @Override
    public void close() {
        server.close();
    }
}
