package dev.jrelease.fields;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.KnownPlatforms;
import java.util.List;

/** Reports unknown operating systems, architectures and variants, which are probably misspelt. */
public record PlatformNames(Location location, Problems problems) {

    public boolean knowsOs(String os) {
        return knows("operating system", os, KnownPlatforms.OPERATING_SYSTEMS);
    }

    public boolean knowsArchitecture(String architecture) {
        return knows("architecture", architecture, KnownPlatforms.ARCHITECTURES);
    }

    /**
     * Whether an architecture has the variant; true if the variant is empty, or no variants of the architecture are
     * known.
     */
    public boolean knowsVariant(String architecture, String variant) {
        List<String> known = KnownPlatforms.variants(architecture);
        return variant.isEmpty() || known.isEmpty() || knows("variant of " + architecture, variant, known);
    }

    /** Whether Go supports a version of arm: {@code 7}. */
    public boolean knowsGoarm(String version) {
        return knows("version of arm", version, KnownPlatforms.GOARM);
    }

    /** Whether Go supports a level of amd64: {@code v3}. */
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
