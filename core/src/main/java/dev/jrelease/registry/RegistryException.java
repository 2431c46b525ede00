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

/** A registry refused a request, or did not answer. States whether a retry may help. */
public final class RegistryException extends ReleaseException {
    private static final Set<String> NO_REASONS = Set.of("", "forbidden", "403 forbidden");

    private final transient Failure failure;

    RegistryException(Failure failure) {
        super(failure.builder());
        this.failure = failure;
    }

    /**
     * A failed request.
     *
     * @param status 0 without a response
     * @param words the server's message
     * @param askedToWait the wait that the server requests before a retry
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

    /** How long the request waited for a response. */
    Duration silence() {
        return failure.cause instanceof NoAnswerException silent ? silent.waited() : Duration.ZERO;
    }

    /** The reason, without the operation. */
    String happened() {
        return failure.happened;
    }

    /** Whether a retry may help. */
    boolean isTransient() {
        return failure.recovery != Recovery.NONE;
    }

    /** Whether a retry may have helped, but all attempts were used. */
    public boolean isGivenUp() {
        return failure.recovery == Recovery.GIVEN_UP;
    }

    Recovery recovery() {
        return failure.recovery;
    }

    Optional<Duration> askedToWait() {
        return failure.askedToWait;
    }

    /** Whether the registry denied the request without a reason. */
    boolean isWithoutReason() {
        return failure.status == 403
                && failure.codes.isEmpty()
                && NO_REASONS.contains(failure.words.strip().toLowerCase(Locale.ROOT));
    }

    /** The same failure, with another hint. */
    RegistryException hinting(String hint) {
        return new RegistryException(failure.with(hint));
    }

    /** The same failure with another recovery. */
    RegistryException with(Recovery other) {
        return new RegistryException(failure.with(other));
    }

    /** The same failure, caused by another server. */
    RegistryException by(String whom) {
        return new RegistryException(failure.by(whom));
    }

    /** The same failure for a request to another registry, which does not succeed if it is repeated. */
    ReleaseException ofSource() {
        return failure.builder().build();
    }

    /** The same failure with the number of attempts. */
    RegistryException after(int attempts) {
        String count = attempts == 1 ? "" : " (" + attempts + " attempts)";
        return new RegistryException(failure.andThen(count).with(Recovery.GIVEN_UP));
    }

    /** The same failure, for a wait that is too long. */
    RegistryException tooLongToWait(Duration asked, Duration longest) {
        String tooLong =
                "; it asks to wait " + asked.toSeconds() + " s, more than the " + longest.toSeconds() + " s allowed";
        return new RegistryException(failure.andThen(tooLong).with(Recovery.GIVEN_UP));
    }
}
