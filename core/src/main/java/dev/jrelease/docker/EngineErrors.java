package dev.jrelease.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.jrelease.json.Json;
import dev.jrelease.json.MalformedJsonException;
import dev.jrelease.text.LinearPattern;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;

/** Extracts the error message from a response or an exception of the engine. */
final class EngineErrors {
    private static final LinearPattern STATUS = LinearPattern.of("Status \\d{1,9}: ");
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

    /** The message of an exception of docker-java. */
    static String of(RuntimeException problem) {
        if (problem instanceof DockerException refused) {
            String body = withoutStatus(String.valueOf(refused.getMessage()));
            return message(body, "it answered with status " + refused.getHttpStatus());
        }
        return problem.getCause() instanceof IOException cause ? of(cause) : message(problem);
    }

    private static String withoutStatus(String message) {
        return message.substring(
                STATUS.matchAtStart(message).map(MatchResult::end).orElse(0));
    }

    static String of(IOException problem) {
        return problem instanceof JsonProcessingException || problem instanceof MalformedJsonException
                ? "its answer cannot be read"
                : message(problem);
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
