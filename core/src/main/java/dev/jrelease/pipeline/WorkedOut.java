package dev.jrelease.pipeline;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What a stage has worked out while planning, for those after it that plan from the same. */
final class WorkedOut {
    private final Map<Class<?>, Object> all = new HashMap<>();

    <T> T once(Class<T> what, Supplier<T> work) {
        Object known = all.get(what);
        if (known == null) {
            known = work.get();
            all.put(what, known);
        }
        return what.cast(known);
    }
}
