package dev.jrelease.pipes.images.plan;

import dev.jrelease.dockerfile.Dockerfile;
import dev.jrelease.dockerfile.DockerfileVariables;
import dev.jrelease.dockerfile.Stage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The base image of a stage of a Dockerfile, with names of stages resolved and every {@code ARG} before the first
 * {@code FROM} replaced. It does not validate the Dockerfile, which the build does.
 *
 * @param name as the Dockerfile has it
 * @param platform of the flag {@code --platform}; empty without it
 * @see <a href="https://docs.docker.com/reference/dockerfile/#from">FROM</a>
 */
public record DockerfileBase(String name, String platform) {

    /** The base image of the last stage; empty if it is from scratch, or there is no stage. */
    static Optional<DockerfileBase> of(String dockerfile) {
        return of(dockerfile, "", Map.of(), Map.of());
    }

    /**
     * The base image of a stage.
     *
     * @param target the name of the stage; the last one if empty
     * @param given values for declarations with {@code ARG}
     * @param automatic values that need no declaration, such as {@code TARGETPLATFORM}
     */
    public static Optional<DockerfileBase> of(
            String text, String target, Map<String, String> given, Map<String, String> automatic) {
        Dockerfile dockerfile = Dockerfile.parse(text);
        DockerfileVariables globals = DockerfileVariables.globals(dockerfile, given, automatic);
        Map<String, DockerfileBase> stages = new HashMap<>();
        DockerfileBase base = new DockerfileBase("", "");
        for (Stage stage : dockerfile.stages()) {
            DockerfileBase own = own(stage, globals);
            base = stages.getOrDefault(own.name.toLowerCase(Locale.ROOT), own);
            String name = stage.name().orElse("");
            if (!target.isEmpty() && target.equalsIgnoreCase(name)) {
                break;
            }
            if (!name.isEmpty()) {
                stages.put(name.toLowerCase(Locale.ROOT), base);
            }
        }
        return base.name.isEmpty() || base.name.equalsIgnoreCase("scratch") ? Optional.empty() : Optional.of(base);
    }

    private static DockerfileBase own(Stage stage, DockerfileVariables globals) {
        return new DockerfileBase(
                globals.fill(stage.base()).orElse(""),
                stage.platform().flatMap(globals::fill).orElse(""));
    }

    /** The digest that the Dockerfile pins; else empty. */
    String digest() {
        int at = name.indexOf("@sha256:");
        return at < 0 ? "" : name.substring(at + 1);
    }
}
