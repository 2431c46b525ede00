package dev.jrelease.pipes.images.plan;

import dev.jrelease.dockerfile.Dockerfile;
import dev.jrelease.dockerfile.Stage;
import dev.jrelease.dockerfile.Variables;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The image that the last stage of a Dockerfile is based on, names of stages followed and defaults of {@code ARG} before
 * the first {@code FROM} filled in. It reads no more of a Dockerfile than that takes: the build itself is the judge.
 *
 * @param name as the Dockerfile has it
 * @see <a href="https://docs.docker.com/reference/dockerfile/#from">FROM</a>
 */
record DockerfileBase(String name) {

    /** Absent if there is none: the last stage is from scratch, or there is no stage. */
    static Optional<DockerfileBase> of(String text) {
        Dockerfile dockerfile = Dockerfile.parse(text);
        Variables globals = Variables.globals(dockerfile, Map.of(), Map.of());
        Map<String, String> stages = new HashMap<>();
        String base = "";
        for (Stage stage : dockerfile.stages()) {
            String named = globals.fill(stage.base()).orElse("");
            base = stages.getOrDefault(named.toLowerCase(Locale.ROOT), named);
            if (stage.name().isPresent()) {
                stages.put(stage.name().get().toLowerCase(Locale.ROOT), base);
            }
        }
        return base.isEmpty() || base.equalsIgnoreCase("scratch")
                ? Optional.empty()
                : Optional.of(new DockerfileBase(base));
    }

    /** Its digest, where the Dockerfile pins it; else empty. */
    String digest() {
        int at = name.indexOf("@sha256:");
        return at < 0 ? "" : name.substring(at + 1);
    }
}
