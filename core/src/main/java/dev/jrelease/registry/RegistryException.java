package dev.jrelease.registry;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A registry refused, or did not answer. Knows whether the same request may succeed a little later. */
final class RegistryException extends ReleaseException {
    private final transient Failure failure;

    RegistryException(Failure failure) {
        super(failure.words());
        this.failure = failure;
    }

    /**
     * What went wrong with a request.
     *
     * @param status 0 if there was no answer
     * @param askedToWait how long the server asked to wait before the next attempt
     */
    record Failure(
            String attempt,
            String happened,
            @Nullable String hint,
            @Nullable Throwable cause,
            int status,
            List<String> codes,
            boolean passing,
            Optional<Duration> askedToWait) {

        private Builder words() {
            Builder builder = could(FailureKind.REGISTRY, attempt).because(happened);
            if (hint != null) {
                builder.hint(hint);
            }
            return cause == null ? builder : builder.cause(cause);
        }

        Failure butPassing() {
            return new Failure(attempt, happened, hint, cause, status, codes, true, askedToWait);
        }

        Failure by(String whom) {
            return new Failure(attempt, whom + ": " + happened, hint, cause, status, codes, passing, askedToWait);
        }

        Failure andThen(String more) {
            return new Failure(attempt, happened + more, hint, cause, status, codes, passing, askedToWait);
        }
    }

    int status() {
        return failure.status;
    }

    boolean has(String code) {
        return failure.codes.contains(code);
    }

    /** Whether trying again may help. */
    boolean passing() {
        return failure.passing;
    }

    Optional<Duration> askedToWait() {
        return failure.askedToWait;
    }

    /** The same failure, which may pass after all. */
    RegistryException butPassing() {
        return new RegistryException(failure.butPassing());
    }

    /** The same failure, which says that it was not the registry itself. */
    RegistryException by(String whom) {
        return new RegistryException(failure.by(whom));
    }

    /** The same failure, which says how often it was met. */
    RegistryException after(int attempts) {
        return attempts == 1 ? this : new RegistryException(failure.andThen(" (" + attempts + " attempts)"));
    }

    /** The same failure, which says that the registry asks for too long a wait. */
    RegistryException tooLongToWait(Duration asked, Duration longest) {
        return new RegistryException(failure.andThen(
                "; it asks to wait " + asked.toSeconds() + " s, more than the " + longest.toSeconds() + " s allowed"));
    }
}
