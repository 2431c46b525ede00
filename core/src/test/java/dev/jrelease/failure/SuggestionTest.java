package dev.jrelease.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN = List.of("dockers", "docker_manifests", "dist");

    @Test
    void theClosestWordIsMeant() {
        assertThat(Suggestion.didYouMean("docker", KNOWN)).contains("did you mean dockers?");
        assertThat(Suggestion.didYouMean("docker_manifest", KNOWN)).contains("did you mean docker_manifests?");
        assertThat(Suggestion.didYouMean("Dist", KNOWN)).contains("did you mean dist?");
    }

    @Test
    void swappedLettersAreOneMistake() {
        assertThat(Suggestion.closest("amd46", List.of("arm64", "amd64", "386")))
                .contains("amd64");
    }

    @ParameterizedTest
    @CsvSource({"amr64, arm64", "adm64, amd64", "3836, 386", "dokcer, docker", "form, from", "mofr, from"})
    void swappedLettersAreNearerThanOtherLetters(String written, String meant) {
        List<String> known = List.of("amd64", "arm64", "386", "decker", "docker", "forum", "farm", "from");

        assertThat(Suggestion.closest(written, known)).contains(meant);
    }

    @Test
    void veryLongWordsAreNotCompared() {
        assertThat(Suggestion.closest("a".repeat(100_000), List.of("a".repeat(99_999))))
                .isEmpty();
        assertThat(Suggestion.closest("abcdefghi", List.of("abcxyzghi", "a".repeat(100_000))))
                .contains("abcxyzghi");
        assertThat(Suggestion.closest("abcdefghi", List.of("abcwxyzhi"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dockrs, dockers",
        "DOKCERS, dockers",
        "dockersx, dockers",
        "dost, dist",
        "dcoker_manifest, docker_manifests"
    })
    void aFewWrongLettersAreFound(String written, String meant) {
        assertThat(Suggestion.closest(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"snap, snapshot", "doc, doctor", "ski, skip", "conf, config", "time, timeout"})
    void theOnlyWordWithThisBeginningIsMeant(String written, String meant) {
        List<String> known = List.of("snapshot", "skip", "doctor", "config", "timeout", "cache-from", "cache-to");

        assertThat(Suggestion.closest(written, known)).contains(meant);
        assertThat(Suggestion.closest("cache", known)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"x, ", "C, c", "F, f", "3, v3"})
    void oneLetterDiffersInItsCaseOnly(String written, String meant) {
        assertThat(Suggestion.closest(written, List.of("c", "f", "v3"))).isEqualTo(Optional.ofNullable(meant));
    }

    @Test
    void ofShortWordsThatAreAsNearNoneIsGuessed() {
        assertThat(Suggestion.closest("v9", List.of("v5", "v6", "v7"))).isEmpty();
        assertThat(Suggestion.closest("v9", List.of("v5", "x6"))).contains("v5");
    }

    @Test
    void aWordLikeNoneIsNotGuessed() {
        assertThat(Suggestion.didYouMean("archives", KNOWN)).isEmpty();
    }
}
