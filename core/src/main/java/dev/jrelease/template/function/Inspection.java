package dev.jrelease.template.function;

import dev.jrelease.failure.Location;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A look at templates as a whole, also at what would not be written now, with values that are guesses. It notes which
 * environment variables they cannot do without, and where guesses went.
 */
public final class Inspection {
    private final Set<String> needed = new TreeSet<>();
    private final Set<String> glimpsed = new TreeSet<>();
    private final Set<String> optional = new TreeSet<>();
    private final Set<String> found = new TreeSet<>();
    private final Map<Location, Location> templates = new HashMap<>();
    private int aside;
    private int guesses;

    /** Looks at what would not be written. */
    public void lookAside(Runnable look) {
        aside++;
        try {
            look.run();
        } finally {
            aside--;
        }
    }

    /** Whether this is something that would not be written. */
    public boolean looksAside() {
        return aside > 0;
    }

    /** A template fails without the variable, unless it has asked for it before. */
    public void needs(String variable) {
        (looksAside() || found.contains(variable) ? glimpsed : needed).add(variable);
    }

    /** A template can do without the variable, and is told that it is not set. */
    public void misses(String variable) {
        optional.add(variable);
    }

    /** A template can do without the variable, and is told that it is set. */
    public void finds(String variable) {
        optional.add(variable);
        found.add(variable);
    }

    /** A value was made up; for what would not be written, that does not matter. */
    public void guess() {
        guesses += looksAside() ? 0 : 1;
    }

    /** How many values were made up so far. */
    public int guesses() {
        return guesses;
    }

    /** What is said of a template, or of places in it, may be due to a value that was made up. */
    public void guessedIn(Location template, Collection<Location> places) {
        templates.put(template, template);
        places.forEach(place -> templates.putIfAbsent(place, template));
    }

    /** The template that a place is in or is that of, if what is said of it may be due to a value that was made up. */
    public Optional<Location> guessIn(Location place) {
        return Optional.ofNullable(templates.get(place));
    }

    /** The variables that have to be set, in the order of their names: not those that a template asks for before. */
    public Set<String> variables() {
        Set<String> all = new TreeSet<>(glimpsed);
        all.removeAll(optional);
        all.addAll(needed);
        return all;
    }
}
