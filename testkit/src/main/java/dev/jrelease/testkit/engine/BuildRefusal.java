package dev.jrelease.testkit.engine;

/** Why a build failed, in an engine's words. */
final class BuildRefusal extends Exception {
    private final String words;

    BuildRefusal(String words) {
        super(words);
        this.words = words;
    }

    String words() {
        return words;
    }
}
