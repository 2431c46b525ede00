package dev.jrelease.template.function;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

/** The methods of a time: {@code .Now.Format "2006"}, {@code .Now.Unix}. */
public final class TimeMethods {
    private static final Map<String, BiFunction<ZonedDateTime, Call, Object>> METHODS = Map.ofEntries(
            Map.entry("Format", (time, call) -> GoLayout.format(only(call).text(0), time)),
            Map.entry("UTC", (time, call) -> none(call, time.withZoneSameInstant(ZoneOffset.UTC))),
            Map.entry("AddDate", (time, call) -> added(time, call)),
            number("Unix", ZonedDateTime::toEpochSecond),
            number("UnixMilli", time -> time.toInstant().toEpochMilli()),
            number("Year", ZonedDateTime::getYear),
            number("YearDay", ZonedDateTime::getDayOfYear),
            number("Day", ZonedDateTime::getDayOfMonth),
            number("Hour", ZonedDateTime::getHour),
            number("Minute", ZonedDateTime::getMinute),
            number("Second", ZonedDateTime::getSecond),
            Map.entry(
                    "Month",
                    (time, call) -> none(call, time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH))),
            Map.entry(
                    "Weekday",
                    (time, call) -> none(call, time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH))));

    private TimeMethods() {}

    private static Map.Entry<String, BiFunction<ZonedDateTime, Call, Object>> number(
            String name, ToLongFunction<ZonedDateTime> part) {
        return Map.entry(name, (time, call) -> none(call, part.applyAsLong(time)));
    }

    /** Calls a method; empty if it does not exist. */
    public static Optional<Object> call(
            ZonedDateTime time, String method, List<Object> arguments, EvaluationContext context) {
        return Optional.ofNullable(METHODS.get(method))
                .map(body -> body.apply(time, new Call(method, arguments, context)));
    }

    /** The names of all methods. */
    public static List<String> names() {
        return METHODS.keySet().stream().sorted().toList();
    }

    private static Call only(Call call) {
        return counted(call, 1);
    }

    private static Object none(Call call, Object answer) {
        counted(call, 0);
        return answer;
    }

    private static Call counted(Call call, int wanted) {
        if (call.count() != wanted) {
            throw new FunctionFailure(call.function() + " takes " + wanted + " arguments, not " + call.count());
        }
        return call;
    }

    private static ZonedDateTime added(ZonedDateTime time, Call call) {
        counted(call, 3);
        try {
            return time.plusYears(call.number(0)).plusMonths(call.number(1)).plusDays(call.number(2));
        } catch (java.time.DateTimeException | ArithmeticException tooFar) {
            throw new FunctionFailure("there is no such date");
        }
    }
}
