package dev.jrelease.image;

import dev.jrelease.text.LinearPattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Finds the platform that was meant by a text that is none: {@code amd64}, {@code arm64/linux}, {@code linux/armv7}. */
public final class PlatformMistake {
    private static final LinearPattern ARM = LinearPattern.of("arm(?:32)?v?([5-8])|armv([5-8])l");
    private static final Map<String, String> SYSTEMS = Map.of("macos", "darwin", "osx", "darwin", "win", "windows");

    private PlatformMistake() {}

    /** The known platform that was meant; empty if the text does not show it. */
    public static Optional<String> meant(String text) {
        List<String> words = words(text);
        List<String> systems = words.stream()
                .map(word -> SYSTEMS.getOrDefault(word, word))
                .filter(KnownPlatforms.OPERATING_SYSTEMS::contains)
                .toList();
        List<String> architectures =
                words.stream().flatMap(word -> architecture(word).stream()).toList();
        boolean understood = architectures.size() == 1 && systems.size() == words.size() - 1 && systems.size() < 2;
        return understood
                ? Optional.of((systems.isEmpty() ? "linux" : systems.getFirst()) + "/" + architectures.getFirst())
                : Optional.empty();
    }

    private static List<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace("x86_64", "amd64").replace("x86-64", "amd64");
        return Arrays.stream(plain.replace('_', '/')
                        .replace('.', '/')
                        .replace(' ', '/')
                        .replace('-', '/')
                        .split("/", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Optional<String> architecture(String word) {
        if (word.equals("arm64v8") || word.equals("armv8")) {
            return Optional.of("arm64");
        }
        Optional<MatchResult> arm = ARM.match(word);
        if (arm.isPresent()) {
            return arm.map(found -> "arm/v" + (found.group(1) == null ? found.group(2) : found.group(1)));
        }
        String known = Platform.architecture(word);
        return KnownPlatforms.ARCHITECTURES.contains(known) ? Optional.of(known) : Optional.empty();
    }
}
