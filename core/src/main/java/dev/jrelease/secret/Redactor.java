package dev.jrelease.secret;

import dev.jrelease.text.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Masks secrets in text. Text of other programs (error messages, build output) is searched for every known secret. Text
 * of a plan is masked only where a template wrote a secret.
 */
public final class Redactor {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_LINE = 8;
    private static final int MOST_ESCAPES = 3;
    /** A plain word after one of these is a secret, not a part of a name. */
    private static final List<String> PREFIXES = List.of("password:", "password=", "token:", "secret:");

    private static final Set<String> SWITCHES = Set.of("true", "false", "none", "null");

    private final Map<String, Occurrence> known = new ConcurrentHashMap<>();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Map<String, Occurrence> rendered = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> renderedTexts = new ConcurrentHashMap<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();

    /** Hands each value that is masked in text of other programs to a listener: those that are known, and each new one. */
    public synchronized void announceTo(Consumer<String> listener) {
        listeners.add(listener);
        known.keySet().stream().sorted().forEach(listener);
    }

    /**
     * Masks this value in text of other programs from now on, unless that would mask ordinary words. Each longer line
     * of a value with several lines is masked, too, because output is read line by line.
     */
    public void learn(Secret secret) {
        String value = secret.reveal();
        String word = value.strip();
        if (!Randomness.isPlainWord(word)) {
            know(value, Occurrence.of(value));
            know(word, Occurrence.of(word));
        }
        value.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST_LINE && !Randomness.isPlainWord(line))
                .forEach(line -> know(line, Occurrence.of(line)));
    }

    /** Masks a login that is sent to a server, in each form in which the server may repeat it. */
    public void learnSent(String user, Secret secret) {
        String value = secret.reveal();
        if (!sent.add(user + ":" + value)) {
            return;
        }
        learn(secret);
        know(value, Randomness.isPlainWord(value) ? Occurrence.BY_ITSELF : Occurrence.AS_WORD);
        PREFIXES.stream().map(prefix -> prefix + value).forEach(named -> know(named, Occurrence.AS_WORD));
        String login = user + ":" + value;
        if (!user.isEmpty()) {
            know(login, Occurrence.AS_WORD);
        }
        Stream.of(value, login).flatMap(Encodings::of).forEach(form -> know(form, Occurrence.of(form)));
    }

    /** Masks this value also in the plan, because a task has marked it as a secret. */
    public void learnPlanned(Secret secret) {
        String value = secret.reveal();
        learn(secret);
        add(rendered, value, Occurrence.of(value));
    }

    /**
     * Registers a rendered text that contains secrets.
     *
     * @param parts of the text that come from a secret
     */
    public void learnRendered(String text, Set<String> parts) {
        for (String part : parts) {
            add(rendered, part, Occurrence.of(part));
            know(part, Occurrence.of(part));
        }
        learnParts(text, parts);
        // A plan shows the flag --build-arg=NAME=value without its name.
        for (int equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', equals + 1)) {
            learnParts(text.substring(equals + 1), parts);
        }
    }

    private void learnParts(String text, Set<String> parts) {
        if (!parts.contains(text) && parts.stream().anyMatch(text::contains)) {
            renderedTexts.put(text, parts);
        }
    }

    private void know(String value, Occurrence occurrence) {
        boolean isNew = !known.containsKey(value);
        add(known, value, occurrence);
        if (isNew && known.containsKey(value)) {
            listeners.forEach(listener -> listener.accept(value));
        }
    }

    private static void add(Map<String, Occurrence> all, String value, Occurrence occurrence) {
        if (value.length() >= SHORTEST && !SWITCHES.contains(value.toLowerCase(Locale.ROOT))) {
            all.merge(value, occurrence, Occurrence::wider);
        }
    }

    /** Masks every known secret in text of other programs. */
    public String redact(String text) {
        return SecretPatterns.mask(masked(text, marks(text, known, MOST_ESCAPES)));
    }

    /** Masks in text of the plan what templates wrote from secrets. */
    public String redactRendered(String text) {
        BitSet marks = marks(text, rendered, 0);
        renderedTexts.forEach((whole, parts) -> markParts(text, whole, parts, marks));
        return LoginInAddress.mask(masked(text, marks));
    }

    /** Marks parts of a text wherever the whole of it occurs. */
    private static void markParts(String text, String whole, Set<String> parts, BitSet marks) {
        for (int at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) {
            BitSet inWhole = new BitSet();
            parts.forEach(part -> Occurrence.ANYWHERE.mark(whole, part, inWhole));
            int start = at;
            inWhole.stream().forEach(index -> marks.set(start + index));
        }
    }

    /**
     * Marks the characters of secrets.
     *
     * @param escapes how many times the text may have been escaped
     */
    private static BitSet marks(String text, Map<String, Occurrence> secrets, int escapes) {
        BitSet marks = new BitSet();
        secrets.forEach((secret, occurrence) -> occurrence.mark(text, secret, marks));
        if (escapes > 0 && !secrets.isEmpty()) {
            Unescaped.of(text).ifPresent(once -> marks.or(once.before(marks(once.plain(), secrets, escapes - 1))));
        }
        return marks;
    }

    private static String masked(String text, BitSet marks) {
        StringBuilder masked = new StringBuilder();
        int done = 0;
        for (int at = marks.nextSetBit(0); at >= 0; at = marks.nextSetBit(done)) {
            masked.append(text, done, at).append(Secret.MASK);
            done = marks.nextClearBit(at);
        }
        return done == 0 ? text : masked.append(text, done, text.length()).toString();
    }

    /** The encodings in which servers and programs may print a value, but for escapes. */
    private static final class Encodings {
        private static Stream<String> of(String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            return Stream.of(
                            Base64.getEncoder().encodeToString(bytes),
                            Base64.getEncoder().withoutPadding().encodeToString(bytes),
                            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                            HexFormat.of().formatHex(bytes),
                            HexFormat.of().withUpperCase().formatHex(bytes),
                            value.replace(' ', '+'),
                            value.replace("'", "'\\''"),
                            VisibleText.inLine(value))
                    .filter(form -> !form.equals(value));
        }
    }
}
