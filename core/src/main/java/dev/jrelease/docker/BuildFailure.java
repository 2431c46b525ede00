package dev.jrelease.docker;

import com.github.dockerjava.api.model.Version;
import dev.jrelease.docker.buildkit.BuildProgress;
import dev.jrelease.docker.buildkit.BuildProgress.FailedStep;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Platform;
import dev.jrelease.secret.Redactor;
import dev.jrelease.text.LinearPattern;
import dev.jrelease.text.SearchPattern;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Says why a build failed: in the engine's words, with the step and the last lines it printed, and what to try. */
record BuildFailure(EngineConnection connection, ImageBuild build, Redactor redactor, BuildProgress progress) {
    private static final String NO_SPACE = "no space left on device";
    private static final String WRONG_PROCESSOR = "exec format error";
    private static final LinearPattern PREAMBLE = LinearPattern.of("(?:failed to solve(?: with frontend [\\w.]++)?: "
            + "|failed to (?:create|build) LLB(?: definition)?: |rpc error: code = \\w++ desc = "
            + "|failed to compute cache key: "
            + "|failed to calculate checksum of ref (?:[^\\s:]|:(?! ))++: )++");
    private static final SearchPattern REFUSED_LOGIN =
            SearchPattern.of("(?i)\\b401\\b|403 Forbidden|unauthorized|authorization failed"
                    + "|no basic auth credentials|pull access denied");

    /** The engine gave its reason. */
    ReleaseException because(String engineWords) {
        return progress.wrongBase().map(this::wrongBase).orElseGet(() -> inWords(engineWords));
    }

    private ReleaseException inWords(String engineWords) {
        String said = redactor.redact(engineWords).strip();
        String words =
                said.substring(PREAMBLE.matchAtStart(said).map(MatchResult::end).orElse(0));
        Optional<FailedStep> step = progress.failedStep();
        String all = words + step.map(BuildFailure::describe).orElse("");
        if (all.contains(NO_SPACE)) {
            return start(FailureKind.ENVIRONMENT, all)
                    .hint("free some of the engine's disk: docker system df shows what is on it,"
                            + " docker builder prune empties the build cache")
                    .build();
        }
        if (all.contains(WRONG_PROCESSOR) && isForeign()) {
            return start(FailureKind.ENVIRONMENT, all).hint(emulation()).build();
        }
        ReleaseException.Builder failure = start(FailureKind.BUILD, all);
        Optional<String> missing = MissingSourceException.missing(words);
        if (missing.isPresent()
                && step.filter(failed -> MissingSourceException.copies(failed.name()))
                        .isPresent()) {
            return new MissingSourceException(failure, step.get().name(), missing.get());
        }
        boolean ownProgram =
                step.filter(failed -> failed.name().contains("] RUN ")).isPresent();
        if (!ownProgram && REFUSED_LOGIN.isIn(words)) {
            failure.hint("log in to the registry of the base image with docker login");
        }
        return failure.build();
    }

    private static String describe(FailedStep step) {
        StringBuilder text = new StringBuilder("\n  step: ").append(step.name());
        step.output().forEach(line -> text.append("\n  | ").append(line));
        return text.toString();
    }

    private String emulation() {
        return build.platform() + " programs do not run on the engine's machine: install qemu-user-static and"
                + " binfmt-support there (Debian, Ubuntu), or copy finished programs instead of using RUN";
    }

    /** Whether the engine's machine needs emulation for this platform. */
    private boolean isForeign() {
        Platform own = engine();
        boolean compatible = own.architecture().equals("amd64")
                && build.platform().architecture().equals("386");
        return !compatible && !own.matches(build.platform());
    }

    private Platform engine() {
        try {
            Version version = connection.client().versionCmd().exec();
            return Platform.of(String.valueOf(version.getOperatingSystem()), String.valueOf(version.getArch()));
        } catch (RuntimeException gone) {
            return Platform.of("unknown", "unknown");
        }
    }

    /** A base image of another platform was taken, for which the engine only has a warning. */
    private ReleaseException wrongBase(String engineWords) {
        return start(FailureKind.BUILD, engineWords)
                .hint("the engine has a base image of that name for another platform only: remove it there,"
                        + " or use one that has " + build.platform())
                .build();
    }

    /** The context is not there, or cannot be read. */
    ReleaseException withoutContext(IOException problem) {
        return start(FailureKind.ENVIRONMENT, "its context cannot be read: " + problem.getMessage())
                .cause(problem)
                .build();
    }

    /** The engine went away, or never was there. */
    ReleaseException lost(IOException problem) {
        return start(
                        FailureKind.ENVIRONMENT,
                        "lost the Docker engine at " + connection.address() + ": " + EngineErrors.of(problem))
                .cause(problem)
                .hint("see whether the engine is still running, and what its log says")
                .build();
    }

    private ReleaseException.Builder start(FailureKind kind, String words) {
        return ReleaseException.couldNot(kind, "build " + build.dockerfile() + " for " + build.platform())
                .because(words);
    }
}
