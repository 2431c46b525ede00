package dev.jrelease.http;

import dev.jrelease.secret.Redactor;
import dev.jrelease.secret.Secret;
import java.io.IOException;
import java.nio.file.Path;

/** Masks the credentials of all requests in later output, because servers repeat them in error messages. */
public final class MaskedLogins implements HttpTransport {
    private final HttpTransport transport;
    private final Redactor redactor;

    public MaskedLogins(HttpTransport transport, Redactor redactor) {
        this.transport = transport;
        this.redactor = redactor;
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException, InterruptedException {
        for (String header : request.headers().all("Authorization")) {
            String value = header.substring(header.indexOf(' ') + 1);
            redactor.learnSent("", new Secret(value));
        }
        return transport.send(request);
    }

    @Override
    public void trust(String host, Path authorities) {
        transport.trust(host, authorities);
    }

    @Override
    public boolean speaksTls(String host, int port) throws NoAnswerException, InterruptedException {
        return transport.speaksTls(host, port);
    }

    @Override
    public void close() {
        transport.close();
    }
}
