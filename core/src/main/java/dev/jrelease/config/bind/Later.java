package dev.jrelease.config.bind;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is bound when it is first asked for: if nobody asks, nobody is told what is wrong with it.
 *
 * <p>Not for several threads.
 */
public final class Later<T> {
    private final Supplier<T> binding;
    private @Nullable T value;

    Later(Supplier<T> binding) {
        this.binding = binding;
    }

    /** The value; what is wrong with it is told the first time. */
    public T value() {
        T bound = value;
        if (bound == null) {
            bound = binding.get();
            value = bound;
        }
        return bound;
    }
}
