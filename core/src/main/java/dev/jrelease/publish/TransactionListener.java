package dev.jrelease.publish;

import dev.jrelease.image.Transfer;
import java.util.Locale;

/** Hears what a transaction does, before it does it and after. May be called by several threads at once. */
@FunctionalInterface
public interface TransactionListener {
    void on(Event event);

    static TransactionListener silent() {
        return _ -> {};
    }

    /** The steps of a transaction. */
    enum Step {
        LOOK_UP,
        PUSH,
        ATTACH,
        TAG,
        READ_BACK,
        PROMOTE,
        SETTLE,
        TAKE_BACK;

        /** {@code read back}. */
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Something that happens. */
    sealed interface Event {
        record Begun(Step step) implements Event {}

        /** A blob is to be sent to a repository, is on its way, or is there. */
        record Transferred(Destination destination, Transfer transfer) implements Event {}

        /** A repository holds all content by digest. */
        record Held(Destination destination) implements Event {}

        record TagDone(TagResult result) implements Event {}

        /** A mirror failed, and is left out from now on. */
        record LeftOut(Destination destination, RuntimeException because) implements Event {}

        /** Something that stops nothing and should be known. */
        record Remark(Tag tag, String text) implements Event {}
    }
}
