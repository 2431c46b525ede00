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

/** One filling-in of a template: what it sees, whom it tells what goes wrong, and how much it may still do. */
public final class Rendering {
    private static final int MOST_STEPS = 1_000_000;

    private final EvaluationContext context;
    private final Problems problems;
    private final VariableStack variables = new VariableStack();
    private final UnknownMarks marks = new UnknownMarks();
    private final Set<String> lookedAt = new HashSet<>();
    private final Set<String> secretParts = new HashSet<>();
    private final Deque<String> conditions = new ArrayDeque<>();
    private int steps;

    /** Fills in with what surrounds the template; what is not filled in now is looked at as well if that is inspected. */
    public Rendering(EvaluationContext context, Problems problems) {
        this.context = context;
        this.problems = problems;
    }

    /** A template that wants to do more than any text needs: nested loops, or partials that hold each other. */
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

    /** Takes note of a value that is written, if it is a secret. */
    public void writes(Object value, String text) {
        String written = text.strip(); // what a mask stands for ends no line
        if (!written.isEmpty() && context.secrets().holdsSecret(value)) {
            secretParts.add(written);
        }
    }

    /** What has been written that comes from secrets. */
    public Set<String> secretParts() {
        return secretParts;
    }

    public VariableStack variables() {
        return variables;
    }

    public UnknownMarks marks() {
        return marks;
    }

    /** Counts a piece of work, and stops what would never end. */
    public void step() {
        steps(1);
    }

    /** Counts so many pieces of work. */
    void steps(int more) {
        steps += more;
        if (steps > MOST_STEPS) {
            throw new TooMuch();
        }
    }

    /** Looks at what is not filled in now, if all is inspected: only unknown names are told. */
    public void lookOnly(Runnable look) {
        context.branchCheck().ifPresent(check -> check.lookAside(look));
    }

    /** Runs what depends on a condition that is not known: what fails there does not fail in every case. */
    public void perhaps(String opening, Runnable branch) {
        conditions.push(opening);
        lookOnly(branch);
        conditions.pop();
    }

    /** The innermost condition that is not known. */
    Optional<String> condition() {
        return Optional.ofNullable(conditions.peek());
    }

    /** Goes into a partial, unless that is only looked at, and is being looked at already: no condition ends that. */
    public void enter(String partial, Runnable content) {
        if (!looksOnly()) {
            content.run();
        } else if (lookedAt.add(partial)) {
            content.run();
            lookedAt.remove(partial);
        }
    }

    /** Whether this would not be filled in. */
    boolean looksOnly() {
        return context.branchCheck().filter(BranchCheck::looksAside).isPresent();
    }

    void unknown(Location location, String message, Optional<String> hint) {
        hint.ifPresentOrElse(text -> problems.error(location, message, text), () -> problems.error(location, message));
    }

    void failed(Location location, String message) {
        if (!looksOnly()) {
            problems.error(location, message);
        }
    }

    void failed(Location location, String message, String hint) {
        if (!looksOnly()) {
            problems.error(location, message, hint);
        }
    }
}
