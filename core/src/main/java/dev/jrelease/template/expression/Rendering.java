package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.template.function.BranchCheck;
import dev.jrelease.template.function.EvaluationContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The state of rendering one template: its context, the problems, and a limit for the work. */
public final class Rendering {
    private static final int MOST_STEPS = 1_000_000;

    private final EvaluationContext context;
    private final Problems problems;
    private final VariableStack variables = new VariableStack();
    private final UnknownMarks marks = new UnknownMarks();
    private final Set<String> evaluating = new HashSet<>();
    private final Set<String> secretParts = new HashSet<>();
    private final Deque<String> conditions = new ArrayDeque<>();
    private int steps;

    /** Renders with this context; for a check, branches that are not taken are evaluated, too. */
    public Rendering(EvaluationContext context, Problems problems) {
        this.context = context;
        this.problems = problems;
    }

    /** A template exceeds the limit for the work, by nested loops or by partials that include each other. */
    public static final class TooMuch extends RuntimeException {
        public TooMuch() {
            super("it does too much", null, false, false);
        }
    }

    public EvaluationContext context() {
        return context;
    }

    public Problems problems() {
        return problems;
    }

    /** Records a value that is written, if it is a secret. */
    public void writes(Object value, String text) {
        String written = text.strip(); // what a mask stands for ends no line
        if (!written.isEmpty() && context.secrets().holdsSecret(value)) {
            secretParts.add(written);
        }
    }

    /** The parts of the output that come from secrets. */
    public Set<String> secretParts() {
        return secretParts;
    }

    public VariableStack variables() {
        return variables;
    }

    public UnknownMarks marks() {
        return marks;
    }

    /** Counts one unit of work, and throws {@link TooMuch} at the limit. */
    public void step() {
        steps(1);
    }

    /** Counts units of work. */
    void steps(int more) {
        steps += more;
        if (steps > MOST_STEPS) {
            throw new TooMuch();
        }
    }

    /** For a check, evaluates what is not rendered; only unknown names are reported. */
    public void evaluateUnwritten(Runnable evaluation) {
        context.branchCheck().ifPresent(check -> check.evaluateUnwritten(evaluation));
    }

    /** Runs a branch whose condition is unknown: its errors do not occur in every release. */
    public void perhaps(String opening, Runnable branch) {
        conditions.push(opening);
        evaluateUnwritten(branch);
        conditions.pop();
    }

    /** The innermost unknown condition. */
    Optional<String> condition() {
        return Optional.ofNullable(conditions.peek());
    }

    /**
     * Renders a partial, unless the same partial is being evaluated for a check, where no condition ends a recursion.
     */
    public void enter(String partial, Runnable content) {
        if (!isUnwritten()) {
            content.run();
        } else if (evaluating.add(partial)) {
            content.run();
            evaluating.remove(partial);
        }
    }

    /** Whether this is evaluated for a check only. */
    boolean isUnwritten() {
        return context.branchCheck().filter(BranchCheck::isUnwritten).isPresent();
    }

    void unknown(Location location, String message, Optional<String> hint) {
        hint.ifPresentOrElse(text -> problems.error(location, message, text), () -> problems.error(location, message));
    }

    void failed(Location location, String message) {
        if (!isUnwritten()) {
            problems.error(location, message);
        }
    }

    void failed(Location location, String message, String hint) {
        if (!isUnwritten()) {
            problems.error(location, message, hint);
        }
    }
}
