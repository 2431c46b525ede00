package dev.jrelease.pipes.images.entry;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Condition.Answer;
import dev.jrelease.template.TemplateContext;
import java.util.Optional;

/**
 * Whether what an entry asks for is made at all.
 *
 * @param when {@code if}
 * @param unless {@code skip_build}, {@code disable}
 */
public record EntryCondition(Optional<Condition> when, Optional<Condition> unless) {

    /** Whether it is made. */
    public enum Presence {
        MADE,
        /** It depends on what is not known. */
        UNKNOWN,
        LEFT_OUT
    }

    /**
     * What is decided.
     *
     * @param by the condition that leaves it out, for certain or perhaps
     */
    public record Decision(Presence presence, Optional<Location> by) {
        private static final Decision MADE = new Decision(Presence.MADE, Optional.empty());

        /** The condition that leaves it out for certain. */
        public Optional<Location> leftOutBy() {
            return presence == Presence.LEFT_OUT ? by : Optional.empty();
        }
    }

    /** Decides whether the entry counts. Conditions that cannot be evaluated are reported. */
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
