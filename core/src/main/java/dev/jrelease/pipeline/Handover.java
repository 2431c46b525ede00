package dev.jrelease.pipeline;

/**
 * What stages of one kind hand on to later ones, such as the images that were built. Both get the same handover when they
 * are made, and so what a stage takes from others can be read where all of them are listed.
 *
 * @param <V> what is handed on
 */
public final class Handover<V> {
    private final Class<V> type;

    public Handover(Class<V> type) {
        this.type = type;
    }

    V cast(Object value) {
        return type.cast(value);
    }
}
