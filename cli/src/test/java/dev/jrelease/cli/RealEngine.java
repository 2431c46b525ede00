package dev.jrelease.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets tests run that need a Docker engine, the one that DOCKER_HOST names or the local one. Elsewhere they are
 * skipped, with the reason; with CI=true that is a failure.
 */
final class RealEngine implements ExecutionCondition {
    private static final List<String> TOOLS = List.of("docker", "docker-registry", "skopeo", "busybox");
    private static final Optional<String> MISSING = missing();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (MISSING.isEmpty()) {
            return ConditionEvaluationResult.enabled("a Docker engine answers");
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(MISSING.get() + ", and with CI=true it has to be there");
        }
        System.out.println("skipped: " + context.getDisplayName() + ", " + MISSING.get());
        return ConditionEvaluationResult.disabled(MISSING.get());
    }

    private static Optional<String> missing() {
        for (String tool : TOOLS) {
            if (!Tool.isThere(tool)) {
                return Optional.of(tool + " is not installed");
            }
        }
        try {
            Tool.run("docker", "version");
            return Optional.empty();
        } catch (IOException | AssertionError absent) {
            return Optional.of("no Docker engine answers");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    /** The variables with which the docker command, and so jrelease, finds the engine. */
    static Jrelease known(Jrelease jrelease) {
        Jrelease knowing = jrelease;
        for (String name : List.of("DOCKER_HOST", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH")) {
            String value = System.getenv(name);
            knowing = value == null ? knowing : knowing.with(name, value);
        }
        return knowing;
    }

    /** Images of a commit that the engine holds; a release leaves none. Others may be building there meanwhile. */
    static List<String> imagesOf(String commit) throws IOException, InterruptedException {
        String label = "label=org.opencontainers.image.revision=" + commit;
        return Tool.run("docker", "images", "--all", "--quiet", "--filter", label)
                .lines()
                .toList();
    }
}
