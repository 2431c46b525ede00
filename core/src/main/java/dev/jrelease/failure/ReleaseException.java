package dev.jrelease.failure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something could not be done. Says what was attempted, what happened and what to try, in words for the person who
 * has to act; {@link #kind} says who that is.
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

    /** Starts an exception of the form {@code could not push manifest …}. */
    public static Builder couldNot(FailureKind kind, String notDo) {
        return new Builder(kind, notDo);
    }

    public FailureKind kind() {
        return kind;
    }

    /** What happened, without what was attempted. */
    public String reason() {
        return happened;
    }

    /** What to try next. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /** The line of the configuration that asked for what could not be done. */
    public Optional<Location> location() {
        return Optional.ofNullable(location);
    }

    /** The same failure, blamed on a line of the configuration unless it has one already. */
    public ReleaseException at(Location line) {
        if (location != null) {
            return this;
        }
        Builder builder =
                new Builder(kind, attempted).because(happened).cause(this).at(line);
        return hint == null ? builder.build() : builder.hint(hint).build();
    }

    /** Puts an exception together, one part of the message at a time. */
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

        /** Takes the cause's own words for what happened, where it has any. */
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

        public Builder at(Location line) {
            this.location = line;
            return this;
        }

        public ReleaseException build() {
            return new ReleaseException(this);
        }
    }
}
