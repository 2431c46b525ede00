package dev.jrelease.config.bind;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is bound on first use. If it is not used, its errors are not reported.
 *
 * <p>Not for several threads.
 */
public final class LazilyBound<T> {
    private final Supplier<T> binding;
    private @Nullable T value;

    LazilyBound(Supplier<T> binding) {
        this.binding = binding;
    }

    /** The value; its errors are reported on the first call. */
    public T value() {
        T bound = value;
        if (bound == null) {
            bound = binding.get();
            value = bound;
        }
        return bound;
    }
}
