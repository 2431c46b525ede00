package dev.jrelease.registry;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.http.NoAnswerException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A registry refused, or did not answer. Knows whether the same request may succeed a little later. */
final class RegistryException extends ReleaseException {
    private static final Set<String> NO_REASONS = Set.of("", "forbidden", "403 forbidden");

    private final transient Failure failure;

    RegistryException(Failure failure) {
        super(failure.builder());
        this.failure = failure;
    }

    /**
     * What went wrong with a request.
     *
     * @param status 0 if there was no answer
     * @param words what the server says, for people
     * @param askedToWait how long the server asked to wait before the next attempt
     */
    record Failure(
            String attempt,
            String happened,
            @Nullable String hint,
            @Nullable Throwable cause,
            int status,
            List<String> codes,
            String words,
            Recovery recovery,
            Optional<Duration> askedToWait) {

        private Builder builder() {
            Builder builder = couldNot(FailureKind.REGISTRY, attempt).because(happened);
            if (hint != null) {
                builder.hint(hint);
            }
            return cause == null ? builder : builder.cause(cause);
        }

        Failure with(Recovery other) {
            return new Failure(attempt, happened, hint, cause, status, codes, words, other, askedToWait);
        }

        Failure with(String other) {
            return new Failure(attempt, happened, other, cause, status, codes, words, recovery, askedToWait);
        }

        Failure by(String whom) {
            return new Failure(
                    attempt, whom + ": " + happened, hint, cause, status, codes, words, recovery, askedToWait);
        }

        Failure andThen(String more) {
            return new Failure(attempt, happened + more, hint, cause, status, codes, words, recovery, askedToWait);
        }
    }

    int status() {
        return failure.status;
    }

    boolean has(String code) {
        return failure.codes.contains(code);
    }

    /** How long the request waited for an answer that did not come. */
    Duration silence() {
        return failure.cause instanceof NoAnswerException silent ? silent.waited() : Duration.ZERO;
    }

    /** What happened, without what it was for. */
    String happened() {
        return failure.happened;
    }

    /** Whether trying again may help. */
    boolean isTransient() {
        return failure.recovery != Recovery.NONE;
    }

    Recovery recovery() {
        return failure.recovery;
    }

    Optional<Duration> askedToWait() {
        return failure.askedToWait;
    }

    /** Whether the registry denied the request and did not say why. */
    boolean isWithoutReason() {
        return failure.status == 403
                && failure.codes.isEmpty()
                && NO_REASONS.contains(failure.words.strip().toLowerCase(Locale.ROOT));
    }

    /** The same failure, with another hint. */
    RegistryException hinting(String hint) {
        return new RegistryException(failure.with(hint));
    }

    /** The same failure, from which requests recover in another way. */
    RegistryException with(Recovery other) {
        return new RegistryException(failure.with(other));
    }

    /** The same failure, which says that it was not the registry itself. */
    RegistryException by(String whom) {
        return new RegistryException(failure.by(whom));
    }

    /** The same failure, which says how often it was met. */
    RegistryException after(int attempts) {
        String count = attempts == 1 ? "" : " (" + attempts + " attempts)";
        return new RegistryException(failure.andThen(count).with(Recovery.GIVEN_UP));
    }

    /** The same failure, which says that the registry asks for too long a wait. */
    RegistryException tooLongToWait(Duration asked, Duration longest) {
        String tooLong =
                "; it asks to wait " + asked.toSeconds() + " s, more than the " + longest.toSeconds() + " s allowed";
        return new RegistryException(failure.andThen(tooLong).with(Recovery.GIVEN_UP));
    }
}
