package dev.jrelease.image;

/**
 * How far a blob is on its way from one place to another.
 *
 * @param to the name of the place in messages
 * @param done the bytes that were sent; less than before if sending begins again after a failure
 */
public record Transfer(Descriptor blob, String to, State state, long done) {

    /** The state of a transfer. It begins as planned and ends in one of the last three states, unless copying fails. */
    public enum State {
        PLANNED,
        SENDING,
        SENT,
        /** It was in the place before. */
        PRESENT,
        /** The place took it from another repository of its own. */
        MOUNTED
    }

    /** The bytes that there are to send. */
    public long total() {
        return blob.size();
    }
}
