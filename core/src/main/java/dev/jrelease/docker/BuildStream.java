package dev.jrelease.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.docker.buildkit.BuildProgress;
import dev.jrelease.json.Json;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Reads the response of a build: one JSON object per line. */
record BuildStream(BuildProgress progress, BuildFailure failure, Runnable cancel) {

    /**
     * Reads to the end. Only an image id is success: some failures have no error message.
     *
     * @throws IOException if the response ends early
     */
    ImageId read(InputStream body) throws IOException {
        Optional<ImageId> image = Optional.empty();
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (!line.isBlank()) {
                Optional<ImageId> named = message(parse(line));
                image = named.isPresent() ? named : image;
            }
        }
        progress.end();
        return image.orElseThrow(() -> failure.because("the engine ended the build without an image"));
    }

    private static JsonNode parse(String line) throws IOException {
        try {
            return Json.parse(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException malformed) {
            throw new EOFException("its answer is incomplete");
        }
    }

    private Optional<ImageId> message(JsonNode message) throws IOException {
        if (message.has("error") || message.has("errorDetail")) {
            progress.end();
            String words = message.path("errorDetail").path("message").asText();
            throw failure.because(words.isEmpty() ? message.path("error").asText() : words);
        }
        switch (message.path("id").asText()) {
            case "moby.buildkit.trace" -> trace(message.path("aux").asText());
            case "moby.image.id" -> {
                return ImageId.parse(message.path("aux").path("ID").asText());
            }
            default -> {}
        }
        return Optional.empty();
    }

    private void trace(String base64) throws IOException {
        boolean doubted = progress.wrongBase().isPresent();
        try {
            progress.trace(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException malformed) {
            throw new IOException("it sent a progress report that cannot be read", malformed);
        }
        if (!doubted && progress.wrongBase().isPresent()) {
            cancel.run();
        }
    }
}
