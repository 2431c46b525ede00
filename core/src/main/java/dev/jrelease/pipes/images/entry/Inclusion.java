package dev.jrelease.pipes.images.entry;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Condition;
import dev.jrelease.template.TemplateContext;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether what an entry asks for is made at all.
 *
 * @param when {@code if}
 * @param unless {@code skip_build}, {@code disable}
 */
public record Inclusion(Optional<Condition> when, Optional<Condition> unless) {

    /** The line that leaves it out. A condition that cannot be answered, which is told, leaves nothing out. */
    public Optional<Location> leftOutBy(TemplateContext context, Problems problems) {
        return when.filter(condition -> answer(condition, context, problems).equals(Optional.of(false)))
                .or(() -> unless.filter(
                        condition -> answer(condition, context, problems).equals(Optional.of(true))))
                .map(Condition::location);
    }

    /** Whether it depends on something that was made up. */
    public boolean isGuess(TemplateContext context) {
        return Stream.concat(when.stream(), unless.stream()).anyMatch(condition -> condition.isGuess(context));
    }

    private static Optional<Boolean> answer(Condition condition, TemplateContext context, Problems problems) {
        Problems own = new Problems();
        boolean holds = condition.holds(context, own);
        problems.addAll(own);
        return own.hasErrors() ? Optional.empty() : Optional.of(holds);
    }
}
