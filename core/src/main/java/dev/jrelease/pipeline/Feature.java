package dev.jrelease.pipeline;

import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.config.Section;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A section with the plan that all of its stages have in common. It is planned once, before the first of these stages.
 *
 * @param <P> the type of the plan
 */
public record Feature<P>(Section<?> section, BiFunction<ReleaseConfig, Planning, P> planner) {

    /** A section with a function that plans it from {@code planning} only. */
    public static <C, P> Feature<P> of(Section<C> section, BiFunction<C, Planning, P> planner) {
        return new Feature<>(section, (config, planning) -> planner.apply(config.section(section), planning));
    }

    /** A section without a common plan. */
    public static <C> Feature<C> of(Section<C> section) {
        return of(section, (config, planning) -> config);
    }

    /** The part of this feature's plan that another feature needs. */
    public <Q> Feature<Q> map(Function<P, Q> part) {
        return new Feature<>(section, (config, planning) -> part.apply(planning.of(this)));
    }

    P plan(ReleaseConfig config, Planning planning) {
        return planner.apply(config, planning);
    }
}
