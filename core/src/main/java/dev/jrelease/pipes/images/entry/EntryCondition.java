package dev.jrelease.pipes.images.entry;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Condition.Answer;
import dev.jrelease.template.TemplateContext;
import java.util.Optional;

/**
 * The conditions of an entry.
 *
 * @param when {@code if}
 * @param unless {@code skip_build}, {@code disable}
 */
public record EntryCondition(Optional<Condition> when, Optional<Condition> unless) {

    /** Whether the entry counts. */
    public enum Presence {
        MADE,
        /** It depends on an unknown value. */
        UNKNOWN,
        LEFT_OUT
    }

    /**
     * The result of the conditions.
     *
     * @param by the condition that leaves the entry out, certainly or possibly
     */
    public record Decision(Presence presence, Optional<Location> by) {
        private static final Decision MADE = new Decision(Presence.MADE, Optional.empty());

        /** The condition that certainly leaves the entry out. */
        public Optional<Location> leftOutBy() {
            return presence == Presence.LEFT_OUT ? by : Optional.empty();
        }
    }

    /** Evaluates the conditions. Errors in them are reported. */
    public Decision decide(TemplateContext context, Problems problems) {
        Decision first = decide(when, Answer.NO, context, problems);
        if (first.presence == Presence.LEFT_OUT) {
            return first;
        }
        Decision second = decide(unless, Answer.YES, context, problems);
        return second.presence == Presence.MADE ? first : second;
    }

    private static Decision decide(
            Optional<Condition> condition, Answer leavesOut, TemplateContext context, Problems problems) {
        Optional<Answer> answer = condition.map(known -> known.answer(context, problems));
        if (answer.equals(Optional.of(Answer.UNKNOWN))) {
            return new Decision(Presence.UNKNOWN, condition.map(Condition::location));
        }
        return answer.equals(Optional.of(leavesOut))
                ? new Decision(Presence.LEFT_OUT, condition.map(Condition::location))
                : Decision.MADE;
    }
}
