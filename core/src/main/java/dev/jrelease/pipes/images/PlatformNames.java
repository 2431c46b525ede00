package dev.jrelease.pipes.images;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.Suggestion;
import dev.jrelease.image.KnownPlatforms;
import java.util.List;

/** Refuses names of operating systems and architectures that nothing knows: they are typing mistakes. */
record PlatformNames(Location location, Problems problems) {

    /** Whether the operating system is known; if not, that is told. */
    boolean knowsOs(String os) {
        return knows("operating system", os, KnownPlatforms.OPERATING_SYSTEMS);
    }

    /** Whether the architecture is known; if not, that is told. */
    boolean knowsArchitecture(String architecture) {
        return knows("architecture", architecture, KnownPlatforms.ARCHITECTURES);
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
