package dev.jrelease.glob;

import java.util.List;
import java.util.function.IntPredicate;

/** One step of a compiled pattern. */
sealed interface Step {

    /** Consumes one character and continues with the next step. */
    record Take(IntPredicate character) implements Step {}

    /** Consumes nothing and continues with each of these steps. */
    record Fork(List<Integer> to) implements Step {}
}
