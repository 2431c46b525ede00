package dev.jrelease.http;

import dev.jrelease.concurrent.Lazy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A transport that is created, and whose library is loaded, on first use. */
public final class TransportOnFirstUse implements HttpTransport {
    private final Lazy<HttpTransport> transport;

    public TransportOnFirstUse(Supplier<HttpTransport> transport) {
        this.transport = new Lazy<>(transport);
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException, InterruptedException {
        return transport.get().send(request);
    }

    @Override
    public void trust(String host, Path authorities) {
        transport.get().trust(host, authorities);
    }

    @Override
    public boolean speaksTls(String host, int port) throws NoAnswerException, InterruptedException {
        return transport.get().speaksTls(host, port);
    }

    @Override
    public void close() {
        if (transport.used()) {
            transport.get().close();
        }
    }
}
