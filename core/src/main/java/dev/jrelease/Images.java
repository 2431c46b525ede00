package dev.jrelease;

import dev.jrelease.concurrent.Retry;
import dev.jrelease.environment.Environment;
import dev.jrelease.image.Access;
import dev.jrelease.pipes.images.Clients;
import dev.jrelease.places.Places;
import dev.jrelease.secret.Redactor;
import dev.jrelease.serve.LayoutServer;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads and writes images without a configuration. */
public final class Images implements AutoCloseable {
    private final Environment environment;
    private final Clients clients;

    /**
     *
     * @param retries receives every request to a registry that is repeated
     */
    public Images(Environment environment, Redactor redactor, Consumer<Retry> retries) {
        this.environment = environment;
        this.clients = Clients.of(environment, redactor);
        clients.registries().announceTo(retries);
    }

    /** Sets the listener for warnings of registries: host and text. */
    public void passWarningsTo(BiConsumer<String, String> listener) {
        clients.registries().passWarningsTo(listener);
    }

    /** The places that images may be in; to be closed after use. */
    public Places places(Access access) {
        return new Places(environment, clients.engine(), clients.registries(), clients.layouts(), access);
    }

    /**
     * Starts a registry with the images of a layout, to be closed before this.
     *
     * @param port 0 for a free one
     */
    public LayoutServer serve(Path layout, int port) {
        return LayoutServer.start(layout, port, clients.layouts());
    }

    @Override
    public void close() {
        clients.close();
    }
}
