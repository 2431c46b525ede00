package dev.jrelease.secret;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Masks every secret it has been told about in text that somebody else wrote: build output, error messages. */
public final class Redactor {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_LINE = 8;
    private static final Set<String> SWITCHES = Set.of("true", "false", "none", "null");

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /**
     * From now on this value is masked, unless that would mask ordinary words: values under four characters, switches.
     * So is each longer line of it: a key has many, and what others print is read line by line.
     */
    public void learn(Secret secret) {
        String value = secret.reveal();
        if (value.length() >= SHORTEST && !SWITCHES.contains(value.toLowerCase(Locale.ROOT))) {
            secrets.add(value);
        }
        value.lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST_LINE)
                .forEach(secrets::add);
    }

    public String redact(String text) {
        String result = text;
        for (String secret : longestFirst()) {
            result = result.replace(secret, Secret.MASK);
        }
        return result;
    }

    private List<String> longestFirst() {
        return secrets.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}
