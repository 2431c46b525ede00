package dev.jrelease.config.bind;

import dev.jrelease.duration.GoDuration;
import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.Access;
import dev.jrelease.image.KnownPlatforms;
import dev.jrelease.image.MeantName;
import dev.jrelease.image.Platform;
import dev.jrelease.image.RegistryPath;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import dev.jrelease.text.LinearPattern;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Converts single values to the types of components. */
final class Scalars {
    private static final LinearPattern WHOLE = LinearPattern.of("[+-]?[0-9]{1,40}");

    /** It contains no repository. */
    private static final RegistryPath NO_REGISTRY = new RegistryPath("", "");

    private Scalars() {}

    /** Whether a type is written as a single value, even if it is a record. */
    static boolean isScalar(Class<?> type) {
        return type == Platform.class || type == RegistryPath.class;
    }

    static Object value(Class<?> type, String text) throws ScalarFailure {
        if (type == String.class) {
            return text;
        }
        if (type == boolean.class || type == Boolean.class) {
            return truth(text);
        }
        if (type == int.class || type == Integer.class) {
            return count(text);
        }
        if (type == Duration.class) {
            return duration(text);
        }
        if (type == Platform.class) {
            return platform(text);
        }
        if (type == RegistryPath.class) {
            return registry(text.strip());
        }
        if (type == Access.class) {
            return truth(text) ? Access.INSECURE : Access.STRICT;
        }
        if (type.isEnum()) {
            return constant(type, text);
        }
        throw new IllegalStateException("no key can be bound to " + type);
    }

    static Condition condition(Template template, boolean lenient, Problems problems) {
        if (template.isLiteral()) {
            try {
                return Condition.of(
                        Template.literal(String.valueOf(truth(template.source())), template.location()), problems);
            } catch (ScalarFailure neither) {
                return Condition.of(template, lenient, problems);
            }
        }
        return Condition.of(template, lenient, problems);
    }

    /** YAML 1.1 has several words for true and false, which GoReleaser accepts, too. */
    private static boolean truth(String text) throws ScalarFailure {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "y" -> true;
            case "false", "no", "off", "n" -> false;
            default -> throw refused("true or false", text, Suggestion.didYouMean(text, List.of("true", "false")));
        };
    }

    /** A number of the file counts something, so that none is zero, negative or beyond all bounds. */
    private static int count(String text) throws ScalarFailure {
        String digits = text.strip().replace("_", "");
        if (!WHOLE.matches(digits)) {
            throw refused("a whole number", text, Optional.empty());
        }
        BigInteger number = new BigInteger(digits);
        if (number.signum() <= 0 || number.compareTo(BigInteger.valueOf(ValueShape.Single.LARGEST)) > 0) {
            throw refused("a number from 1 to " + ValueShape.Single.LARGEST, text, Optional.empty());
        }
        return number.intValue();
    }

    private static Duration duration(String text) throws ScalarFailure {
        Duration duration = GoDuration.parse(text)
                .orElseThrow(() -> refused("a duration such as 90s or 1h30m", text, Optional.empty()));
        if (!GoDuration.isReasonable(duration)) {
            throw refused("a duration " + GoDuration.REASONABLE, text, Optional.empty());
        }
        return duration;
    }

    private static RegistryPath registry(String text) throws ScalarFailure {
        return RegistryPath.parse(text)
                .orElseThrow(() -> refused(
                        "a registry such as ghcr.io, or the beginning of names there",
                        text,
                        MeantName.hintOfRegistry(text)));
    }

    private static Platform platform(String text) throws ScalarFailure {
        Platform platform = Platform.parse(text.strip())
                .orElseThrow(() ->
                        refused("a platform", text, Optional.of("use a platform such as linux/amd64 or linux/arm/v7")));
        requireKnown("operating system", platform.os(), KnownPlatforms.OPERATING_SYSTEMS, text);
        requireKnown("architecture", platform.architecture(), KnownPlatforms.ARCHITECTURES, text);
        return platform;
    }

    private static void requireKnown(String what, String name, List<String> known, String text) throws ScalarFailure {
        if (!known.contains(name)) {
            throw refused("a platform with a known " + what + "", text, Suggestion.didYouMean(name, known));
        }
    }

    private static Object constant(Class<?> type, String text) throws ScalarFailure {
        List<String> words = new ValueShape.Single(type).words();
        requireOneOf(words, text.strip());
        return type.getEnumConstants()[words.indexOf(text.strip())];
    }

    static void requireOneOf(List<String> words, String text) throws ScalarFailure {
        if (!words.contains(text)) {
            throw refused("one of " + String.join(", ", words), text, Suggestion.didYouMean(text, words));
        }
    }

    private static ScalarFailure refused(String wanted, String text, Optional<String> hint) {
        return new ScalarFailure(wanted + ", but this is '" + Excerpt.of(text) + "'", hint);
    }

    /** The name of a type in messages. */
    static String wanted(Class<?> type) {
        if (type == boolean.class || type == Boolean.class || type == Access.class || type == Condition.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class) {
            return "a whole number";
        }
        if (type == Duration.class) {
            return "a duration";
        }
        if (type == RegistryPath.class) {
            return "a registry";
        }
        return type == Platform.class ? "a platform" : "text";
    }

    /** The default of a type: empty, zero, false, or the first constant. */
    static Object absent(Class<?> type, Location place) {
        if (type == String.class) {
            return "";
        }
        if (type == boolean.class || type == Boolean.class) {
            return false;
        }
        if (type == int.class || type == Integer.class) {
            return 0;
        }
        if (type == Duration.class) {
            return Duration.ZERO;
        }
        if (type == Template.class) {
            return Template.literal("", place);
        }
        if (type == Condition.class) {
            return Condition.of(Template.literal("false", place), new Problems());
        }
        if (type == Platform.class) {
            return Platform.of("linux", "amd64");
        }
        if (type == RegistryPath.class) {
            return NO_REGISTRY;
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        throw new IllegalStateException("no key can be bound to " + type);
    }
}
