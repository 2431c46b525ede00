package dev.jrelease.config.bind;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is bound when it is first asked for. What is wrong with a value that is never used is not reported.
 *
 * <p>Not for several threads.
 */
public final class Later<T> {
    private final Supplier<T> binding;
    private @Nullable T value;

    Later(Supplier<T> binding) {
        this.binding = binding;
    }

    /** The value; the first call reports what is wrong with it. */
    public T value() {
        T bound = value;
        if (bound == null) {
            bound = binding.get();
            value = bound;
        }
        return bound;
    }
}
