package dev.jrelease.cli.progress;

import java.util.Optional;
import java.util.OptionalInt;

/** Opens the terminal that progress is shown on, if there is one. */
public interface TerminalAccess {
    /**
     * The terminal of standard error. The caller closes it.
     *
     * @param type as {@code TERM} names it
     */
    Optional<LiveDisplay> display(String type);

    /** Whether standard output is a terminal. */
    boolean showsResults();

    /** The columns of the terminal of standard output; empty where it is none, or does not say how many it has. */
    OptionalInt resultColumns();

    /** Whether standard error is a terminal. */
    boolean showsErrors();

    /** Standard error and standard output are files or pipes. */
    TerminalAccess NONE = new TerminalAccess() {
        @Override
        public Optional<LiveDisplay> display(String type) {
            return Optional.empty();
        }

        @Override
        public boolean showsResults() {
            return false;
        }

        @Override
        public OptionalInt resultColumns() {
            return OptionalInt.empty();
        }

        @Override
        public boolean showsErrors() {
            return false;
        }
    };
}
