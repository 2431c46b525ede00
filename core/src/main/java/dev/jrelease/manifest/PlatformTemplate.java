package dev.jrelease.manifest;

import dev.jrelease.image.Place;
import dev.jrelease.image.Platform;
import dev.jrelease.image.PlatformOverride;
import java.util.List;
import java.util.function.Function;

/**
 * Names of images that differ in the platform: {@code acme/hello:1.0-OS-ARCH-VARIANT}, as {@code manifest-tool push
 * from-args} has them. A platform without a variant has neither {@code VARIANT} nor the separator before it.
 */
public record PlatformTemplate(String template) {
    private static final String VARIANT = "VARIANT";
    private static final String SEPARATORS = "-_.";

    /** The sources for these platforms, each of which is stated in the index. */
    public List<IndexSource> sources(List<String> platforms, Function<String, Place> places) {
        return platforms.stream()
                .map(text -> StatedPlatforms.platform(text, "--platforms"))
                .map(platform ->
                        new IndexSource(places.apply(name(platform)), PlatformOverride.NONE.withPlatform(platform)))
                .toList();
    }

    private String name(Platform platform) {
        String named = first(first(template, "ARCH", platform.architecture()), "OS", platform.os());
        int at = named.indexOf(VARIANT);
        boolean separated = platform.variant().isEmpty() && at > 0 && SEPARATORS.indexOf(named.charAt(at - 1)) >= 0;
        return at < 0
                ? named
                : named.substring(0, separated ? at - 1 : at)
                        + platform.variant()
                        + named.substring(at + VARIANT.length());
    }

    private static String first(String text, String word, String value) {
        int at = text.indexOf(word);
        return at < 0 ? text : text.substring(0, at) + value + text.substring(at + word.length());
    }
}
