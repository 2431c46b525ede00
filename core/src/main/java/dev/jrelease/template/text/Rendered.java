package dev.jrelease.template.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A rendered text, parts of which may be unknown until the release runs.
 *
 * @param parts in the order of the text; no known part is empty or next to another known part
 */
public record Rendered(List<Part> parts) {

    /** A part of a text. */
    public sealed interface Part permits Known, Unknown {}

    /** A known part. */
    public record Known(String text) implements Part {
        @Override
        public String toString() {
            return text;
        }
    }

    public Rendered {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            boolean joins = !joined.isEmpty() && part instanceof Known && joined.getLast() instanceof Known;
            Part whole = joins ? new Known(joined.removeLast().toString() + part) : part;
            if (!(whole instanceof Known(String text) && text.isEmpty())) {
                joined.add(whole);
            }
        }
        parts = List.copyOf(joined);
    }

    public static Rendered of(String text) {
        return new Rendered(List.of(new Known(text)));
    }

    public static Rendered of(Unknown unknown) {
        return new Rendered(List.of(unknown));
    }

    /** The text of a value that is text: a string or a {@code Rendered}. */
    public static Rendered ofValue(Object value) {
        return switch (value) {
            case Rendered text -> text;
            case Unknown unknown -> of(unknown);
            default -> of(value.toString());
        };
    }

    /**
     * The result of one of two branches.
     *
     * @param opening the tag before the first branch: <code>if .Env.NAME</code>
     */
    public static Rendered choice(String opening, Rendered then, Rendered otherwise) {
        String second = otherwise.parts.isEmpty() ? "" : "{{ else }}" + otherwise;
        return then.equals(otherwise) ? then : of(new Unknown("{{ " + opening + " }}" + then + second + "{{ end }}"));
    }

    public boolean isKnown() {
        return parts.stream().allMatch(Known.class::isInstance);
    }

    /** The text; empty if a part of it is unknown. */
    public Optional<String> known() {
        return isKnown() ? Optional.of(toString()) : Optional.empty();
    }

    /** The value for a context: plain text if all of it is known. */
    public Object value() {
        return isKnown() ? toString() : this;
    }

    /**
     * The value of a name. If nothing of it is known, the name replaces its expression, because messages show what the
     * file writes.
     */
    public Object value(String name) {
        boolean expression = parts.size() == 1 && parts.getFirst() instanceof Unknown unknown && !unknown.isName();
        return expression ? of(Unknown.of(name)) : value();
    }

    /** Whether it certainly contains a character. */
    public boolean hasText() {
        return parts.stream().anyMatch(Known.class::isInstance);
    }

    /** Whether it is certainly empty. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    public Rendered plus(Rendered other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        return new Rendered(all);
    }

    /** The text without white space at either end. */
    public Rendered strip() {
        List<Part> all = new ArrayList<>(parts);
        if (!all.isEmpty() && all.getFirst() instanceof Known(String text)) {
            all.set(0, new Known(text.stripLeading()));
        }
        if (!all.isEmpty() && all.getLast() instanceof Known(String text)) {
            all.set(all.size() - 1, new Known(text.stripTrailing()));
        }
        return new Rendered(all);
    }

    /** {@code NAME=value}, with a value that may have unknown parts. */
    public record Pair(String name, Rendered value) {}

    /** The name and the value; empty if the known beginning does not contain a name and {@code =}. */
    public Optional<Pair> pair() {
        String beginning = beginning();
        int equals = beginning.indexOf('=');
        return equals < 0
                ? Optional.empty()
                : Optional.of(new Pair(
                        beginning.substring(0, equals),
                        of(beginning.substring(equals + 1)).plus(new Rendered(parts.subList(1, parts.size())))));
    }

    /** The parts between a separator in the known parts. */
    public List<Rendered> split(char separator) {
        List<Rendered> pieces = new ArrayList<>(List.of(new Rendered(List.of())));
        for (Part part : parts) {
            String text = part instanceof Known(String known) ? known : "";
            int from = 0;
            for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
                pieces.add(pieces.removeLast().plus(of(text.substring(from, at))));
                pieces.add(new Rendered(List.of()));
                from = at + 1;
            }
            Part rest = part instanceof Known ? new Known(text.substring(from)) : part;
            pieces.add(pieces.removeLast().plus(new Rendered(List.of(rest))));
        }
        return List.copyOf(pieces);
    }

    /** The known text at the beginning. */
    public String beginning() {
        return parts.isEmpty() || parts.getFirst() instanceof Unknown
                ? ""
                : parts.getFirst().toString();
    }

    /** The text with one character in place of each unknown part. */
    public String with(char unknown) {
        return parts.stream()
                .map(part -> part instanceof Known ? part.toString() : String.valueOf(unknown))
                .collect(Collectors.joining());
    }

    /** The first index of a character in the known parts; an unknown part counts as one character. */
    public int indexOf(char letter) {
        return with('\uffff').indexOf(letter);
    }

    /** The last index of a character in the known parts. */
    public int lastIndexOf(char letter) {
        return with('\uffff').lastIndexOf(letter);
    }

    /** Whether both may be equal. */
    public boolean couldEqual(Rendered other) {
        return Comparison.couldEqual(parts, other.parts);
    }

    /** The text with unknown parts as the file writes them. */
    @Override
    public String toString() {
        if (parts.size() == 1) {
            return parts.getFirst().toString(); // the same object, which may be known to be a secret
        }
        return parts.stream().map(Part::toString).collect(Collectors.joining());
    }
}
