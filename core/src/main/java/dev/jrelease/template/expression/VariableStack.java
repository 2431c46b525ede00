package dev.jrelease.template.expression;

import dev.jrelease.template.text.Unknown;
import java.util.ArrayList;
import java.util.List;

/** The variables in scope, the newest last; those of a block are removed at its end. */
public final class VariableStack {
    private final List<String> names = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** The number of variables, for {@link #cutTo}. */
    public int size() {
        return names.size();
    }

    /** Removes the newest variables. */
    public void cutTo(int size) {
        names.subList(size, names.size()).clear();
        values.subList(size, values.size()).clear();
    }

    void declare(String name, Object value) {
        names.add(name);
        values.add(value);
    }

    void assign(String name, Object value) {
        int index = names.lastIndexOf(name);
        if (index >= 0) {
            values.set(index, value);
        }
    }

    /** Assigns a value under an unknown condition. */
    void assignIf(String opening, String name, Object value) {
        Object before = value(name);
        if (!before.equals(value) && !Scope.BROKEN.equals(value)) {
            assign(name, new Unknown("{{ " + opening + " }}" + value + "{{ else }}" + before + "{{ end }}"));
        }
    }

    /** The value; a variable whose declaration was skipped has none. */
    Object value(String name) {
        int index = names.lastIndexOf(name);
        return index < 0 ? Scope.BROKEN : values.get(index);
    }
}
