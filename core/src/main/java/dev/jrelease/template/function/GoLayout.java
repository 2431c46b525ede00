package dev.jrelease.template.function;

import dev.jrelease.text.SearchPattern;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Formats times with Go's layouts, which are examples with Monday, 2 January 2006, 15:04:05.
 *
 * @see <a href="https://pkg.go.dev/time#Layout">Go's layouts</a>
 */
public final class GoLayout {
    private static final SearchPattern ELEMENT = SearchPattern.of("January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST"
            + "|Z07:00:00|Z070000|Z07:00|Z0700|Z07|-07:00:00|-070000|-07:00|-0700|-07"
            + "|2006|__2|_2(?!006)|002|0[1-6]|15|PM|pm|[.,](?:0{1,99}|9{1,99})(?![0-9])|[1-5]");

    private GoLayout() {}

    public static String format(String layout, ZonedDateTime time) {
        return ELEMENT.replace(layout, element -> element(element.group(), time));
    }

    private static String element(String element, ZonedDateTime time) {
        return switch (element) {
            case "January" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "Jan" ->
                time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
            case "Monday" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "Mon" ->
                time.getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .substring(0, 3);
            case "2006" -> padded(time.getYear(), 4, '0');
            case "06" -> padded(time.getYear() % 100, 2, '0');
            case "01" -> padded(time.getMonthValue(), 2, '0');
            case "1" -> String.valueOf(time.getMonthValue());
            case "02" -> padded(time.getDayOfMonth(), 2, '0');
            case "_2" -> padded(time.getDayOfMonth(), 2, ' ');
            case "2" -> String.valueOf(time.getDayOfMonth());
            case "002" -> padded(time.getDayOfYear(), 3, '0');
            case "__2" -> padded(time.getDayOfYear(), 3, ' ');
            default -> clock(element, time);
        };
    }

    private static String clock(String element, ZonedDateTime time) {
        int twelve = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        return switch (element) {
            case "15" -> padded(time.getHour(), 2, '0');
            case "03" -> padded(twelve, 2, '0');
            case "3" -> String.valueOf(twelve);
            case "04" -> padded(time.getMinute(), 2, '0');
            case "4" -> String.valueOf(time.getMinute());
            case "05" -> padded(time.getSecond(), 2, '0');
            case "5" -> String.valueOf(time.getSecond());
            case "PM" -> time.getHour() < 12 ? "AM" : "PM";
            case "pm" -> time.getHour() < 12 ? "am" : "pm";
            case "MST" -> time.getOffset().getTotalSeconds() == 0 ? "UTC" : offset("-0700", time);
            default ->
                element.startsWith(".") || element.startsWith(",") ? fraction(element, time) : offset(element, time);
        };
    }

    private static String fraction(String element, ZonedDateTime time) {
        String nanoseconds = padded(time.getNano(), 9, '0');
        int digits = element.length() - 1;
        String kept = nanoseconds.substring(0, Math.min(digits, 9));
        if (element.charAt(1) == '0') {
            return element.charAt(0) + kept + "0".repeat(Math.max(0, digits - 9));
        }
        int end = kept.length();
        while (end > 0 && kept.charAt(end - 1) == '0') {
            end--;
        }
        return end == 0 ? "" : element.charAt(0) + kept.substring(0, end);
    }

    private static String offset(String element, ZonedDateTime time) {
        int seconds = time.getOffset().getTotalSeconds();
        if (element.startsWith("Z") && seconds == 0) {
            return "Z";
        }
        String colon = element.contains(":") ? ":" : "";
        long parts = element.chars().filter(Character::isDigit).count() / 2;
        int positive = Math.abs(seconds);
        StringBuilder out = new StringBuilder(seconds < 0 ? "-" : "+").append(padded(positive / 3600, 2, '0'));
        if (parts > 1) {
            out.append(colon).append(padded(positive / 60 % 60, 2, '0'));
        }
        if (parts > 2) {
            out.append(colon).append(padded(positive % 60, 2, '0'));
        }
        return out.toString();
    }

    private static String padded(int number, int width, char with) {
        String digits = String.valueOf(number);
        return String.valueOf(with).repeat(Math.max(0, width - digits.length())) + digits;
    }
}
