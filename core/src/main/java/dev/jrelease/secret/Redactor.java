package dev.jrelease.secret;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Masks every secret it has been told about in text that somebody else wrote: build output, error messages. */
public final class Redactor {
    private static final int SHORTEST = 4;

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    /** From now on this value is masked. Values under four characters are not: they would mask ordinary words. */
    public void learn(Secret secret) {
        String value = secret.reveal();
        if (value.length() >= SHORTEST) {
            secrets.add(value);
        }
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
