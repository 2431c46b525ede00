package dev.jrelease.manifest;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.KnownPlatforms;
import dev.jrelease.image.Place;
import dev.jrelease.image.Platform;
import dev.jrelease.image.PlatformOverride;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The sources of an index with the platforms that options of the command line state, as {@code SOURCE=VALUE}.
 *
 * @param platforms {@code SOURCE=os/arch} or {@code SOURCE=os/arch/variant}
 * @param osVersions {@code SOURCE=10.0.17763.1879}
 * @param osFeatures {@code SOURCE=win32k,other}
 */
public record StatedPlatforms(List<String> platforms, List<String> osVersions, List<String> osFeatures) {

    /**
     * Adds what is stated to the sources.
     *
     * @throws ReleaseException of kind USAGE if an option names another source, or an unknown platform
     */
    public List<IndexSource> of(List<Place> sources, Function<String, Place> places) {
        Map<Place, PlatformOverride> stated = new LinkedHashMap<>();
        sources.forEach(source -> stated.put(source, PlatformOverride.NONE));
        platforms.forEach(option -> state(option, "--annotate", stated, places, StatedPlatforms::with));
        osVersions.forEach(option ->
                state(option, "--os-version", stated, places, (before, version) -> before.withOsVersion(version)));
        osFeatures.forEach(option -> state(
                option,
                "--os-features",
                stated,
                places,
                (before, features) -> before.withOsFeatures(List.of(features.split(",", -1)))));
        List<IndexSource> all = new ArrayList<>();
        sources.forEach(source -> all.add(new IndexSource(source, stated.getOrDefault(source, PlatformOverride.NONE))));
        return all;
    }

    /** Adds a value to what is stated. */
    @FunctionalInterface
    private interface Statement {
        PlatformOverride add(PlatformOverride before, String value);
    }

    private static void state(
            String option,
            String name,
            Map<Place, PlatformOverride> stated,
            Function<String, Place> places,
            Statement statement) {
        int equal = option.lastIndexOf('=');
        if (equal <= 0) {
            throw failure(name, option, "it is not SOURCE=VALUE", "write the source as among the sources");
        }
        Place source = places.apply(option.substring(0, equal));
        Place known = stated.keySet().stream()
                .filter(other -> isSame(other, source))
                .findFirst()
                .orElseThrow(() -> failure(
                        name,
                        option,
                        source.text() + " is not among the sources",
                        "the sources are "
                                + String.join(
                                        ", ",
                                        stated.keySet().stream()
                                                .map(Place::text)
                                                .toList())));
        stated.computeIfPresent(known, (_, before) -> statement.add(before, option.substring(equal + 1)));
    }

    private static boolean isSame(Place one, Place other) {
        return (one instanceof Place.InRegistry first && other instanceof Place.InRegistry second)
                ? first.reference().equals(second.reference())
                : one.equals(other);
    }

    private static PlatformOverride with(PlatformOverride before, String text) {
        return before.withPlatform(platform(text, "--annotate"));
    }

    /**
     * Parses a platform.
     *
     * @throws ReleaseException of kind USAGE if Go and Docker know no such platform
     */
    static Platform platform(String text, String option) {
        Platform platform = Platform.parse(text)
                .orElseThrow(() -> failure(option, text, "it is not a platform", "write os/arch or os/arch/variant"));
        known(option, text, platform.os(), KnownPlatforms.OPERATING_SYSTEMS);
        known(option, text, platform.architecture(), KnownPlatforms.ARCHITECTURES);
        List<String> variants = KnownPlatforms.variants(platform.architecture());
        if (!platform.variant().isEmpty() && !variants.isEmpty()) {
            known(option, text, platform.variant(), variants);
        }
        return platform;
    }

    private static void known(String option, String text, String word, List<String> known) {
        if (!known.contains(word)) {
            throw failure(
                    option,
                    text,
                    "'" + word + "' is not known",
                    Suggestion.didYouMean(word, known).orElse("known are " + String.join(", ", known)));
        }
    }

    private static ReleaseException failure(String option, String value, String why, String hint) {
        return ReleaseException.couldNot(FailureKind.USAGE, "follow " + option + " " + value)
                .because(why)
                .hint(hint)
                .build();
    }

    public boolean isEmpty() {
        return platforms.isEmpty() && osVersions.isEmpty() && osFeatures.isEmpty();
    }
}
