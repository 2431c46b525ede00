package dev.jrelease.fields;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.KnownPlatforms;
import java.util.List;

/** Refuses parts of a platform that nothing knows: they are typing mistakes. */
public record PlatformNames(Location location, Problems problems) {

    public boolean knowsOs(String os) {
        return knows("operating system", os, KnownPlatforms.OPERATING_SYSTEMS);
    }

    public boolean knowsArchitecture(String architecture) {
        return knows("architecture", architecture, KnownPlatforms.ARCHITECTURES);
    }

    /** Whether an architecture has the variant, or has none that are known; no variant is one, too. */
    public boolean knowsVariant(String architecture, String variant) {
        List<String> known = KnownPlatforms.variants(architecture);
        return variant.isEmpty() || known.isEmpty() || knows("variant of " + architecture, variant, known);
    }

    /** Whether Go makes programs for a version of arm: {@code 7}. */
    public boolean knowsGoarm(String version) {
        return knows("version of arm", version, KnownPlatforms.GOARM);
    }

    /** Whether Go makes programs for a level of amd64: {@code v3}. */
    public boolean knowsGoamd64(String level) {
        return knows("level of amd64", level, KnownPlatforms.variants("amd64"));
    }

    private boolean knows(String what, String word, List<String> words) {
        if (words.contains(word)) {
            return true;
        }
        String hint = Suggestion.didYouMean(word, words).orElse("known are " + String.join(", ", words));
        problems.error(location, "unknown " + what + " '" + word + "'", hint);
        return false;
    }
}
