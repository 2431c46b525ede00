package dev.jrelease.registry;

import dev.jrelease.http.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Reports the warnings of a registry, each text once.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#warnings">warnings</a>
 */
final class Warnings {
    private static final String CODE = "299 ";
    private static final int MOST = 20;

    private final Consumer<String> listener;
    private final Set<String> shown = ConcurrentHashMap.newKeySet();

    Warnings(Consumer<String> listener) {
        this.listener = listener;
    }

    void show(Headers headers) {
        for (String header : headers.all("Warning")) {
            for (String text : texts(header)) {
                String harmless = ErrorBody.shortened(text.strip());
                if (!harmless.isEmpty() && shown.size() < MOST && shown.add(harmless)) {
                    listener.accept(harmless);
                }
            }
        }
    }

    /** The quoted texts of a header such as {@code 299 - "one", 299 - "two"}; other codes are of caches and proxies. */
    static List<String> texts(String header) {
        List<String> texts = new ArrayList<>();
        int at = 0;
        while (at < header.length()) {
            int quote = header.indexOf('"', at);
            if (quote < 0) {
                break;
            }
            String before = header.substring(at, quote);
            StringBuilder text = new StringBuilder();
            at = quoted(header, quote + 1, text);
            if (before.replace(',', ' ').strip().startsWith(CODE)) {
                texts.add(text.toString());
            }
        }
        return texts;
    }

    /** Reads up to the closing quote; returns the place after it. */
    private static int quoted(String header, int from, StringBuilder text) {
        int at = from;
        while (at < header.length() && header.charAt(at) != '"') {
            if (header.charAt(at) == '\\' && at + 1 < header.length()) {
                at++;
            }
            text.append(header.charAt(at));
            at++;
        }
        return at + 1;
    }
}
