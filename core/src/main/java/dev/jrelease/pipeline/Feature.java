package dev.jrelease.pipeline;

import dev.jrelease.config.ReleaseConfig;
import dev.jrelease.config.Section;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A section of the configuration, and what all stages of it plan from. It is planned once, before the first of these
 * stages.
 *
 * @param <P> what is planned
 */
public record Feature<P>(Section<?> section, BiFunction<ReleaseConfig, Planning, P> planner) {

    /** What is planned from a section. It reads what {@code planning} has, and nothing else. */
    public static <C, P> Feature<P> of(Section<C> section, BiFunction<C, Planning, P> planner) {
        return new Feature<>(section, (config, planning) -> planner.apply(config.section(section), planning));
    }

    /** The section as it is. */
    public static <C> Feature<C> of(Section<C> section) {
        return of(section, (config, planning) -> config);
    }

    P plan(ReleaseConfig config, Planning planning) {
        return planner.apply(config, planning);
    }

    // Written out: what the compiler makes is linked by reflection at the first call of a start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Feature<?> that && section.equals(that.section) && planner.equals(that.planner);
    }

    @Override
    public int hashCode() {
        return 31 * section.hashCode() + planner.hashCode();
    }
}
