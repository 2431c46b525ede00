package dev.jrelease.template.function;

import java.util.Set;
import java.util.TreeSet;

/**
 * A look at every branch of templates, also at those that are not taken. It notes which environment variables they
 * cannot do without.
 */
public final class BranchCheck {
    private final Set<String> needed = new TreeSet<>();
    private final Set<String> neededInSomeCase = new TreeSet<>();
    private final Set<String> optional = new TreeSet<>();
    private int aside;

    /** Looks at what is not written, or not in every case. */
    public void lookAside(Runnable look) {
        aside++;
        try {
            look.run();
        } finally {
            aside--;
        }
    }

    /** Whether this is something that is not written, or not in every case. */
    public boolean looksAside() {
        return aside > 0;
    }

    /** A template fails without the variable. */
    public void needs(String variable) {
        (looksAside() ? neededInSomeCase : needed).add(variable);
    }

    /** A template asks whether the variable is set, or can do without it. */
    public void asksFor(String variable) {
        optional.add(variable);
    }

    /** The variables that have to be set, in the order of their names. */
    public Set<String> variables() {
        Set<String> all = new TreeSet<>(neededInSomeCase);
        all.removeAll(optional);
        all.addAll(needed);
        return all;
    }
}
