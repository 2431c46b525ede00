package dev.jrelease.template.function;

import dev.jrelease.template.text.NotKnown;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.text.SearchPattern;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Go's {@code printf}. Errors that Go marks in the output are failures here. */
final class Printf {
    private static final SearchPattern VERB = SearchPattern.of("(?s)%([-+# 0]{0,20})(\\d{0,9})(?:\\.(\\d{0,9}))?(.?)");
    private static final int WIDEST = 1000;

    private Printf() {}

    static String format(String format, List<Object> values) {
        StringBuilder out = new StringBuilder();
        int next = 0;
        int done = 0;
        for (MatchResult verb : VERB.all(format).toList()) {
            out.append(format, done, verb.start());
            done = verb.end();
            if (verb.group(4).equals("%")) {
                out.append('%');
                continue;
            }
            if (next >= values.size()) {
                throw new FunctionFailure("printf has no value for '" + verb.group() + "'");
            }
            out.append(written(verb, values.get(next++)));
        }
        if (next < values.size()) {
            throw new FunctionFailure("printf has more values than its format '" + format + "' names");
        }
        return out.append(format, done, format.length()).toString();
    }

    private static String written(MatchResult verb, Object value) {
        String flags = verb.group(1);
        String precision = verb.group(3);
        int digits = precision == null ? -1 : size(precision);
        String text = converted(verb, value, digits);
        boolean sign = flags.contains("+") && value instanceof Number && !text.startsWith("-");
        return padded(sign ? "+" + text : text, size(verb.group(2)), flags, value instanceof Number);
    }

    private static String converted(MatchResult verb, Object value, int digits) {
        char letter = verb.group(4).isEmpty() ? '%' : verb.group(4).charAt(0);
        String text = letter == 'v' ? Values.text(value) : null;
        if (text == null) {
            text = switch (value) {
                case Rendered said -> throw new NotKnown();
                case String said -> ofText(letter, said, digits);
                case Long number -> ofNumber(letter, number);
                case Double number -> ofFraction(letter, number, digits);
                case Boolean truth when letter == 't' -> truth.toString();
                case List<?> list when letter == 's' -> Values.text(list);
                default -> null;
            };
        }
        if (text == null) {
            throw new FunctionFailure("printf cannot write " + Values.kind(value) + " as '" + verb.group() + "'");
        }
        return text;
    }

    private static @Nullable String ofText(char letter, String text, int digits) {
        HexFormat hex = letter == 'X' ? HexFormat.of().withUpperCase() : HexFormat.of();
        return switch (letter) {
            case 's' -> cut(text, digits);
            case 'q' -> quoted(text);
            case 'x', 'X' -> hex.formatHex(text.getBytes(StandardCharsets.UTF_8));
            default -> null;
        };
    }

    private static @Nullable String ofNumber(char letter, long number) {
        return switch (letter) {
            case 'd' -> Long.toString(number);
            case 'x' -> Long.toString(number, 16);
            case 'X' -> Long.toString(number, 16).toUpperCase(Locale.ROOT);
            case 'b' -> Long.toString(number, 2);
            case 'o' -> Long.toString(number, 8);
            case 'c' -> Character.isValidCodePoint((int) number) ? Character.toString((int) number) : null;
            default -> null;
        };
    }

    private static @Nullable String ofFraction(char letter, double number, int digits) {
        return switch (letter) {
            case 'f', 'e' -> String.format(Locale.ROOT, "%." + (digits < 0 ? 6 : digits) + letter, number);
            case 'g' -> shortest(number);
            default -> null;
        };
    }

    private static String cut(String text, int length) {
        boolean longer = length >= 0 && text.codePointCount(0, text.length()) > length;
        return longer ? text.substring(0, text.offsetByCodePoints(0, length)) : text;
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\t", "\\t") + "\"";
    }

    private static String padded(String text, int width, String flags, boolean number) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        if (flags.contains("-")) {
            return text + " ".repeat(missing);
        }
        if (!flags.contains("0")) {
            return " ".repeat(missing) + text;
        }
        boolean signed = number && (text.startsWith("-") || text.startsWith("+"));
        return signed ? text.charAt(0) + "0".repeat(missing) + text.substring(1) : "0".repeat(missing) + text;
    }

    private static int size(String digits) {
        if (digits.length() > 4 || (!digits.isEmpty() && Integer.parseInt(digits) > WIDEST)) {
            throw new FunctionFailure("printf writes no more than " + WIDEST + " characters per value");
        }
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /** The default format of a number in Go: {@code 1.5}, {@code 1e+06}. */
    static String shortest(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "+Inf" : "-Inf";
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal exact = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        if (exponent >= -4 && exponent < 6) {
            return exact.toPlainString();
        }
        String mantissa = exact.movePointLeft(exponent).toPlainString();
        return String.format(Locale.ROOT, "%se%s%02d", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
