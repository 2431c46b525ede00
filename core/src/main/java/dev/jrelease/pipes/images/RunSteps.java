package dev.jrelease.pipes.images;

import dev.jrelease.dockerfile.Dockerfile;
import dev.jrelease.dockerfile.Stage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Determines whether a Dockerfile runs programs of its target platform. */
final class RunSteps {
    private static final String HOST = "BUILDPLATFORM";

    private RunSteps() {}

    static boolean runTarget(Dockerfile dockerfile) {
        Map<String, Boolean> onHost = new HashMap<>();
        boolean runs = false;
        for (Stage stage : dockerfile.stages()) {
            boolean own = stage.platform()
                    .map(platform -> platform.contains(HOST))
                    .orElseGet(() -> onHost.getOrDefault(stage.base().toLowerCase(Locale.ROOT), false));
            stage.name().ifPresent(name -> onHost.put(name.toLowerCase(Locale.ROOT), own));
            runs |= !own && stage.instructions().stream().anyMatch(instruction -> instruction.is("RUN"));
        }
        return runs;
    }
}
