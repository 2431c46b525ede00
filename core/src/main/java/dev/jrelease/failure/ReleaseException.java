package dev.jrelease.failure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation failed. The message states what was attempted and why it failed; {@link #hint} states what to do.
 *
 * <p>The message reads {@code could not ATTEMPT: WHAT HAPPENED}: lower case, no full stop, no class names.
 */
public class ReleaseException extends RuntimeException {
    private final FailureKind kind;
    private final String attempted;
    private final String happened;
    private final @Nullable String hint;
    private final transient @Nullable Location location;

    protected ReleaseException(Builder builder) {
        super("could not " + builder.attempted + ": " + builder.happened, builder.cause);
        this.kind = builder.kind;
        this.attempted = builder.attempted;
        this.happened = builder.happened;
        this.hint = builder.hint;
        this.location = builder.location;
    }

    /** Starts an exception whose message begins with {@code could not} and this verb phrase. */
    public static Builder couldNot(FailureKind kind, String notDo) {
        return new Builder(kind, notDo);
    }

    public FailureKind kind() {
        return kind;
    }

    /** The failure of something that did not end because its thread was interrupted. */
    public static Builder interrupted(String notDo) {
        return couldNot(FailureKind.INTERRUPTED, notDo).because("it was interrupted");
    }

    /** For what goes on after other failures: an interruption ends it. */
    public void throwIfInterrupted() {
        if (kind == FailureKind.INTERRUPTED) {
            throw this;
        }
    }

    /** Why it failed, without what was attempted. */
    public String reason() {
        return happened;
    }

    /** What to do, as a command or a short sentence. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /** The location in the configuration that caused the operation. */
    public Optional<Location> location() {
        return Optional.ofNullable(location);
    }

    /** The same failure with this location, unless it already has one. */
    public ReleaseException at(Location line) {
        if (location != null) {
            return this;
        }
        return new Builder(kind, attempted)
                .because(happened)
                .cause(this)
                .at(line)
                .hint(hint())
                .build();
    }

    /** Builds a {@link ReleaseException}. */
    public static final class Builder {
        private final FailureKind kind;
        private final String attempted;
        private String happened = "";
        private @Nullable String hint;
        private @Nullable Location location;
        private @Nullable Throwable cause;

        private Builder(FailureKind kind, String attempted) {
            this.kind = kind;
            this.attempted = attempted;
        }

        public Builder because(String what) {
            this.happened = what;
            return this;
        }

        /** Takes the reason from the message of the cause. */
        public Builder because(Throwable problem) {
            this.cause = problem;
            this.happened = Reason.of(problem);
            return this;
        }

        public Builder cause(Throwable problem) {
            this.cause = problem;
            return this;
        }

        public Builder hint(String whatToTry) {
            this.hint = whatToTry;
            return this;
        }

        public Builder hint(Optional<String> whatToTry) {
            this.hint = whatToTry.orElse(null);
            return this;
        }

        public Builder at(Location line) {
            this.location = line;
            return this;
        }

        public ReleaseException build() {
            return new ReleaseException(this);
        }
    }
}
