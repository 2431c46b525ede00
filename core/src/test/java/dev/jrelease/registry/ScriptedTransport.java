package dev.jrelease.registry;

import dev.jrelease.http.Headers;
import dev.jrelease.http.HttpRequest;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.http.HttpTransport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Servers with any name that answer as a test says, and a record of what they were asked. */
final class ScriptedTransport implements HttpTransport {
    private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();
    private final Script script;

    ScriptedTransport(Script script) {
        this.script = script;
    }

    interface Script {
        HttpResponse answer(HttpRequest request) throws IOException;
    }

    static HttpResponse answer(int status, String... namesAndValues) {
        return answerWithBody(status, "", namesAndValues);
    }

    static HttpResponse answerWithBody(int status, String body, String... namesAndValues) {
        Headers headers = Headers.EMPTY;
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers = headers.with(namesAndValues[i], namesAndValues[i + 1]);
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new HttpResponse(status, headers, new ByteArrayInputStream(bytes), () -> {}, () -> {});
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException {
        requests.add(request);
        return script.answer(request);
    }

    @Override
    public void trust(String host, Path authorities) {
        throw new UnsupportedOperationException("no server here has a certificate");
    }

    @Override
    public boolean speaksTls(String host, int port) {
        return true;
    }

    List<HttpRequest> requests() {
        return requests;
    }

    @Override
    public void close() {}
}
