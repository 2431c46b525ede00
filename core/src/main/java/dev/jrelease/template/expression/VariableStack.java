package dev.jrelease.template.expression;

import dev.jrelease.template.text.Unknown;
import java.util.ArrayList;
import java.util.List;

/** The variables that are there now, the newest last; a block's own are forgotten at its end. */
public final class VariableStack {
    private final List<String> names = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** How many there are, to go back to. */
    public int size() {
        return names.size();
    }

    /** Forgets all but the oldest. */
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

    /** Assigns where the condition holds, which is not known. */
    void assignIf(String opening, String name, Object value) {
        Object before = value(name);
        if (!before.equals(value) && !Scope.BROKEN.equals(value)) {
            assign(name, new Unknown("{{ " + opening + " }}" + value + "{{ else }}" + before + "{{ end }}"));
        }
    }

    /** A variable whose declaration was skipped has no value. */
    Object value(String name) {
        int index = names.lastIndexOf(name);
        return index < 0 ? Scope.BROKEN : values.get(index);
    }
}
