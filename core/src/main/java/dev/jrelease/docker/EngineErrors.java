package dev.jrelease.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.jrelease.http.UnreachableException;
import dev.jrelease.http.UntrustedCertificateException;
import dev.jrelease.json.Json;
import dev.jrelease.json.MalformedJsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Extracts the error message from a response of the engine, or from the exception that came instead. */
final class EngineErrors {
    private static final int LONGEST = 64 * 1024;

    private EngineErrors() {}

    /** The message of a response: {@code {"message": …}}, else its text. */
    static String of(Response response) {
        String otherwise = "it answered with status " + response.getStatusCode();
        try {
            byte[] body = response.getBody().readNBytes(LONGEST);
            return message(new String(body, StandardCharsets.UTF_8), otherwise);
        } catch (IOException unreadable) {
            return otherwise;
        }
    }

    /** The first error among the messages of a request, one JSON object on each line; empty if it has succeeded. */
    static Optional<String> sentIn(InputStream body) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            JsonNode message = line.isBlank() ? Json.object() : Json.parse(line.getBytes(StandardCharsets.UTF_8));
            if (message.has("error")) {
                return Optional.of(message.path("error").asText());
            }
        }
        return Optional.empty();
    }

    static String of(IOException problem) {
        return switch (problem) {
            case JsonProcessingException _, MalformedJsonException _ -> "its answer cannot be read";
            case SSLException tls ->
                UntrustedCertificateException.of(tls).map(EngineErrors::message).orElseGet(() -> message(tls));
            default ->
                UnreachableException.of(problem).map(EngineErrors::message).orElseGet(() -> message(problem));
        };
    }

    private static String message(Exception problem) {
        String message = problem.getMessage();
        return message == null || message.isBlank() ? problem.getClass().getSimpleName() : message;
    }

    private static String message(String body, String otherwise) {
        try {
            JsonNode message = Json.parse(body.getBytes(StandardCharsets.UTF_8)).path("message");
            return message.isTextual() ? message.asText().strip() : otherwise;
        } catch (IOException notJson) {
            return body.isBlank() ? otherwise : body.strip();
        }
    }
}
