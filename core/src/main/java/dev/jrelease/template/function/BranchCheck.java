package dev.jrelease.template.function;

import java.util.Set;
import java.util.TreeSet;

/** Evaluates every branch of templates, and collects the environment variables that they require. */
public final class BranchCheck {
    private final Set<String> needed = new TreeSet<>();
    private final Set<String> neededInSomeCase = new TreeSet<>();
    private final Set<String> optional = new TreeSet<>();
    private int aside;

    /** Evaluates something that is not written, or not in every release. */
    public void evaluateUnwritten(Runnable evaluation) {
        aside++;
        try {
            evaluation.run();
        } finally {
            aside--;
        }
    }

    /** Whether such an evaluation is in progress. */
    public boolean isUnwritten() {
        return aside > 0;
    }

    /** Records a variable without which a template fails. */
    public void needs(String variable) {
        (isUnwritten() ? neededInSomeCase : needed).add(variable);
    }

    /** Records a variable that a template tests, or does not require. */
    public void asksFor(String variable) {
        optional.add(variable);
    }

    /** The required variables, sorted by name. */
    public Set<String> variables() {
        Set<String> all = new TreeSet<>(neededInSomeCase);
        all.removeAll(optional);
        all.addAll(needed);
        return all;
    }
}
