package dev.jrelease.glob;

import java.util.List;
import java.util.function.IntPredicate;

/** One step of a compiled pattern. */
sealed interface Step {

    /** Takes one character and goes on with the next step. */
    record Take(IntPredicate character) implements Step {}

    /** Takes nothing and goes on with each of some steps, which are named by their numbers. */
    record Fork(List<Integer> to) implements Step {}
}
