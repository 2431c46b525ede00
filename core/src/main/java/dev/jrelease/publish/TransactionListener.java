package dev.jrelease.publish;

import dev.jrelease.image.Transfer;
import java.util.Locale;

/** Receives the events of a transaction. May be called by several threads at once. */
@FunctionalInterface
public interface TransactionListener {
    void on(Event event);

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

        /** The progress of a blob. */
        record Transferred(Destination destination, Transfer transfer) implements Event {}

        /** A repository holds all content by digest. */
        record Held(Destination destination) implements Event {}

        record TagDone(TagResult result) implements Event {}

        /** A mirror failed, and is left out from now on. */
        record LeftOut(Destination destination, RuntimeException because) implements Event {}

        /** A remark about a tag that does not stop the transaction. */
        record Remark(Tag tag, String text) implements Event {}
    }
}
