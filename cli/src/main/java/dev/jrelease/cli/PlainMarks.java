package dev.jrelease.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Writes the signs of lists and tables in ASCII where a terminal cannot show them: all of them would be question marks. */
record PlainMarks(Charset charset) {
    private static final Map<String, String> PLAIN =
            new TreeMap<>(Map.of("✓", "+", "✗", "x", "•", "*", "→", "->", "…", "...", "–", "-"));

    String of(String text) {
        if (charset.equals(StandardCharsets.UTF_8) || charset.newEncoder().canEncode(text)) {
            return text;
        }
        String plain = text;
        for (Map.Entry<String, String> mark : PLAIN.entrySet()) {
            plain = plain.replace(mark.getKey(), mark.getValue());
        }
        return plain;
    }
}
