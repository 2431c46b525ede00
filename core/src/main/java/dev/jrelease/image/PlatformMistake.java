package dev.jrelease.image;

import dev.jrelease.failure.Suggestion;
import dev.jrelease.text.LinearPattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Finds the platform that was meant by a text that is none: {@code amd64}, {@code arm64/linux}, {@code linux/armv7}, {@code linux/amd}. */
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
                : Platform.parse(text).flatMap(PlatformMistake::similar);
    }

    /** The known platform whose parts are written almost like this. */
    private static Optional<String> similar(Platform written) {
        Optional<String> system = Suggestion.closest(written.os(), KnownPlatforms.OPERATING_SYSTEMS);
        Optional<String> architecture = Suggestion.closest(written.architecture(), KnownPlatforms.ARCHITECTURES);
        return system.flatMap(os -> architecture.map(arch -> {
            boolean keeps = KnownPlatforms.variants(arch).contains(written.variant());
            return Platform.of(os, arch, keeps ? written.variant() : "").toString();
        }));
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
        String known = word.equals("arm32") ? "arm" : Platform.architecture(word);
        return KnownPlatforms.ARCHITECTURES.contains(known) ? Optional.of(known) : Optional.empty();
    }
}
