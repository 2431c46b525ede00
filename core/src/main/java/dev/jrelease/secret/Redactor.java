package dev.jrelease.secret;

import dev.jrelease.text.VisibleText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
    private static final Set<String> SWITCHES = Set.of("true", "false", "none", "null");

    private final Map<String, Occurrence> known = new ConcurrentHashMap<>();
    private final Set<String> sent = ConcurrentHashMap.newKeySet();
    private final Map<String, Occurrence> rendered = new ConcurrentHashMap<>();
    private final Map<String, String> renderedTexts = new ConcurrentHashMap<>();
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
        if (!Randomness.isPlainWord(value)) {
            know(value, Occurrence.of(value));
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
        Stream.of(value, user + ":" + value).flatMap(Encodings::of).forEach(form -> know(form, Occurrence.of(form)));
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
        learnMasked(text, parts);
        // A plan shows the flag --build-arg=NAME=value without its name.
        for (int equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', equals + 1)) {
            learnMasked(text.substring(equals + 1), parts);
        }
    }

    private void learnMasked(String text, Set<String> parts) {
        String masked = text;
        for (String part : parts) {
            masked = part.isEmpty() ? masked : masked.replace(part, Secret.MASK);
        }
        if (!masked.equals(text) && !parts.contains(text)) {
            renderedTexts.put(text, masked);
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
        return SecretPatterns.mask(masked(text, known));
    }

    /** Masks in text of the plan what templates wrote from secrets. */
    public String redactRendered(String text) {
        String result = text;
        for (Map.Entry<String, String> full : renderedTexts.entrySet()) {
            result = result.replace(full.getKey(), full.getValue());
        }
        return masked(result, rendered);
    }

    private static String masked(String text, Map<String, Occurrence> secrets) {
        if (secrets.isEmpty()) {
            return text;
        }
        String result = text;
        for (String secret : secrets.keySet().stream()
                .filter(text::contains)
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .toList()) {
            result = secrets.getOrDefault(secret, Occurrence.ANYWHERE).mask(result, secret);
        }
        return result;
    }

    /** The encodings in which servers and programs may print a value. */
    private static final class Encodings {
        private static Stream<String> of(String value) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
            return Stream.of(
                            Base64.getEncoder().encodeToString(bytes),
                            Base64.getEncoder().withoutPadding().encodeToString(bytes),
                            Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                            encoded,
                            encoded.replace("+", "%20"),
                            value.replace("\\", "\\\\").replace("\"", "\\\""),
                            VisibleText.inLine(value))
                    .filter(form -> !form.equals(value));
        }
    }
}
