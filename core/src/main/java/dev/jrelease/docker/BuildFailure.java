package dev.jrelease.docker;

import dev.jrelease.docker.buildkit.BuildProgress;
import dev.jrelease.docker.buildkit.BuildProgress.FailedStep;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Platform;
import dev.jrelease.secret.Redactor;
import dev.jrelease.text.LinearPattern;
import dev.jrelease.text.SearchPattern;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;

/** Creates the failure of a build: the engine's message, the step with its last lines of output, and a hint. */
record BuildFailure(EngineConnection connection, ImageBuild build, Redactor redactor, BuildProgress progress) {
    private static final String NO_SPACE = "no space left on device";
    private static final String WRONG_PROCESSOR = "exec format error";
    private static final LinearPattern PREAMBLE = LinearPattern.of("(?:failed to solve(?: with frontend [\\w.]++)?: "
            + "|failed to (?:create|build) LLB(?: definition)?: |rpc error: code = \\w++ desc = "
            + "|failed to compute cache key: "
            + "|failed to calculate checksum of ref (?:[^\\s:]|:(?! ))++: )++");
    /** How engines begin and end a command that failed; older ones in the first way. */
    private static final Map<String, String> REPEATED = new TreeMap<>(
            Map.of("executor failed running [", "]: ", "process \"", "\" did not complete successfully: "));

    private static final SearchPattern REFUSED_LOGIN =
            SearchPattern.of("(?i)\\b401\\b|403 Forbidden|unauthorized|authorization failed"
                    + "|no basic auth credentials|pull access denied");

    /** The failure for an error message of the engine. */
    ReleaseException because(String engineWords) {
        return progress.wrongBase().map(this::wrongBase).orElseGet(() -> inWords(engineWords));
    }

    private ReleaseException inWords(String engineWords) {
        String said = redactor.redact(engineWords).strip();
        Optional<FailedStep> step = progress.failedStep();
        String words = withoutCommand(
                said.substring(PREAMBLE.matchAtStart(said).map(MatchResult::end).orElse(0)), step);
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
        Optional<String> unpushed = UnpushedException.unpushed(words);
        if (unpushed.isPresent()) {
            return new UnpushedException(failure, unpushed.get());
        }
        Optional<String> missing = MissingSourceException.missing(words);
        if (missing.isPresent()
                && step.filter(failed -> MissingSourceException.copies(failed.name()))
                        .isPresent()) {
            return new MissingSourceException(failure, step.get().name(), missing.get());
        }
        Optional<Integer> invalid = InvalidDockerfileException.line(words);
        if (invalid.isPresent()) {
            return new InvalidDockerfileException(failure, invalid.get());
        }
        boolean ownProgram =
                step.filter(failed -> failed.name().contains("] RUN ")).isPresent();
        if (!ownProgram && REFUSED_LOGIN.isIn(words)) {
            failure.hint("log in to the registry of the base image with docker login");
        }
        return step.<ReleaseException>map(failed -> new FailedStepException(failure, failed.name()))
                .orElseGet(failure::build);
    }

    /** The command stands in the step below, with its variables filled in. */
    private static String withoutCommand(String words, Optional<FailedStep> step) {
        for (Map.Entry<String, String> repeated : REPEATED.entrySet()) {
            int end = words.lastIndexOf(repeated.getValue());
            if (step.isPresent() && words.startsWith(repeated.getKey()) && end > 0) {
                return words.substring(end + repeated.getValue().length());
            }
        }
        return words;
    }

    private static String describe(FailedStep step) {
        StringBuilder text = new StringBuilder("\n  step: ").append(step.name());
        step.output().forEach(line -> text.append("\n  | ").append(line));
        return text.toString();
    }

    private String emulation() {
        return build.platform() + " programs do not run on the engine's host: install qemu-user-static and"
                + " binfmt-support there (Debian, Ubuntu), or build the programs before and copy them";
    }

    /** Whether the engine's host needs emulation for this platform. */
    private boolean isForeign() {
        Platform own = engine();
        boolean compatible = own.architecture().equals("amd64")
                && build.platform().architecture().equals("386");
        return !compatible && !own.matches(build.platform());
    }

    private Platform engine() {
        try {
            return new ImageCalls(connection).platform();
        } catch (IOException gone) {
            return Platform.of("unknown", "unknown");
        }
    }

    /** The failure for a base image of another platform, about which the engine only warns. */
    private ReleaseException wrongBase(String engineWords) {
        return start(FailureKind.BUILD, engineWords)
                .hint("the engine has a base image of that name for another platform: remove it from the engine,"
                        + " or use a base image for " + build.platform())
                .build();
    }

    /** The failure for a build context that cannot be read. */
    ReleaseException withoutContext(IOException problem) {
        return start(FailureKind.ENVIRONMENT, "its context cannot be read: " + problem.getMessage())
                .cause(problem)
                .build();
    }

    /** The failure for a lost or missing connection to the engine. */
    ReleaseException lost(IOException problem) {
        return start(
                        FailureKind.ENVIRONMENT,
                        "lost the Docker engine at " + connection.address() + ": " + EngineErrors.of(problem))
                .cause(problem)
                .hint("check whether the engine is running, and read its log")
                .build();
    }

    private ReleaseException.Builder start(FailureKind kind, String words) {
        return ReleaseException.couldNot(kind, "build " + build.dockerfile() + " for " + build.platform())
                .because(words);
    }
}
