package dev.jrelease.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text without the escapes of URLs, HTML, JSON and programs, such as {@code %2F} and {@code \n}, and the place that each
 * of its characters had before.
 */
final class Unescaped {
    private static final Map<String, String> NAMES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final String CONTROLS = "btnfr0";
    private static final String CONTROLS_MEANT = "\b\t\n\f\r\0";
    private static final int LONGEST_ENTITY = 10;
    private static final int MOST_BYTES = 4;

    private final String escaped;
    private final StringBuilder plain = new StringBuilder();
    private int[] starts;
    private int at;

    private Unescaped(String escaped) {
        this.escaped = escaped;
        this.starts = new int[escaped.length() + 1];
    }

    /** Empty if the text has no escapes. */
    static Optional<Unescaped> of(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('&') < 0 && text.indexOf('\\') < 0) {
            return Optional.empty();
        }
        Unescaped unescaped = new Unescaped(text);
        while (unescaped.at < text.length()) {
            unescaped.next();
        }
        unescaped.starts[unescaped.plain.length()] = text.length();
        return unescaped.plain.length() == text.length() ? Optional.empty() : Optional.of(unescaped);
    }

    String plain() {
        return plain.toString();
    }

    /** The same characters, marked in the text before. */
    BitSet before(BitSet marks) {
        BitSet before = new BitSet();
        marks.stream().forEach(index -> before.set(starts[index], endBefore(index)));
        return before;
    }

    /** Two characters that one escape gives have the same start. */
    private int endBefore(int index) {
        int next = index + 1;
        while (starts[next] == starts[index]) {
            next++;
        }
        return starts[next];
    }

    private void next() {
        switch (escaped.charAt(at)) {
            case '%' -> bytes("%");
            case '&' -> entity();
            case '\\' -> afterBackslash();
            default -> add(escaped.substring(at, at + 1), 1);
        }
    }

    private void add(String text, int length) {
        starts = plain.length() + text.length() < starts.length ? starts : Arrays.copyOf(starts, starts.length * 2);
        Arrays.fill(starts, plain.length(), plain.length() + text.length(), at);
        plain.append(text);
        at += length;
    }

    /** One character in UTF-8, each byte of it written as two hexadecimal digits. */
    private void bytes(String mark) {
        byte[] bytes = new byte[MOST_BYTES];
        int width = mark.length() + 2;
        for (int count = 0; count < MOST_BYTES; count++) {
            int start = at + count * width;
            int value = escaped.startsWith(mark, start) ? hex(start + mark.length(), 2) : -1;
            if (value < 0) {
                break;
            }
            bytes[count] = (byte) value;
            String text = new String(bytes, 0, count + 1, StandardCharsets.UTF_8);
            if (text.indexOf('\uFFFD') < 0) {
                add(text, (count + 1) * width);
                return;
            }
        }
        add(escaped.substring(at, at + 1), 1);
    }

    private int hex(int from, int digits) {
        if (from + digits > escaped.length()) {
            return -1;
        }
        String text = escaped.substring(from, from + digits);
        return text.chars().allMatch(HexFormat::isHexDigit) ? HexFormat.fromHexDigits(text) : -1;
    }

    private void entity() {
        int end = escaped.substring(at, Math.min(escaped.length(), at + LONGEST_ENTITY))
                .indexOf(';');
        String meant = end < 0 ? null : meant(escaped.substring(at + 1, at + end));
        add(meant == null ? "&" : meant, meant == null ? 1 : end + 1);
    }

    private static @Nullable String meant(String entity) {
        if (!entity.startsWith("#")) {
            return NAMES.get(entity);
        }
        boolean hex = entity.startsWith("x", 1) || entity.startsWith("X", 1);
        try {
            int code = Integer.parseInt(entity.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(code) ? Character.toString(code) : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private void afterBackslash() {
        char letter = at + 1 < escaped.length() ? escaped.charAt(at + 1) : 'a';
        int control = CONTROLS.indexOf(letter);
        if (letter == 'x') {
            bytes("\\x");
        } else if (letter == 'u' && hex(at + 2, 4) >= 0) {
            add(Character.toString((char) hex(at + 2, 4)), 6);
        } else if (control >= 0) {
            add(CONTROLS_MEANT.substring(control, control + 1), 2);
        } else if (Characters.isLetterOrDigit(letter)) {
            add("\\", 1);
        } else {
            add(String.valueOf(letter), 2);
        }
    }
}
