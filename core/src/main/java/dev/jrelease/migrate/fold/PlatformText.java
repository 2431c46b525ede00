package dev.jrelease.migrate.fold;

import dev.jrelease.image.Platform;
import dev.jrelease.image.PlatformSpellings;
import dev.jrelease.text.SearchPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.IntStream;

/** Makes one template of texts that differ only in the names of their platforms. */
final class PlatformText {
    private static final String HOLE = PlatformSpellings.HOLE;
    private static final List<String> SEPARATORS = List.of("-", "_", ".", "/", "");
    private static final SearchPattern SEPARATED_HOLE = SearchPattern.of("[-_./]?\0|^\0[-_./]?");
    private static final SearchPattern HOLE_OR_MARK = SearchPattern.of("\\{\\{|}}|\0");

    private final List<String> texts;
    private final List<Platform> platforms;
    /** For each text: its spellings of the platform, by the text that is left without them. */
    private final List<Map<String, String>> readings;

    private PlatformText(List<String> texts, List<Platform> platforms) {
        this.texts = List.copyOf(texts);
        this.platforms = List.copyOf(platforms);
        this.readings = IntStream.range(0, texts.size())
                .mapToObj(i -> readings(texts.get(i), platforms.get(i)))
                .toList();
    }

    /** A template that gives exactly these texts; empty if there is none. */
    static Optional<String> over(List<String> texts, List<Platform> platforms) {
        if (texts.stream().distinct().count() == 1) {
            return Optional.of(texts.getFirst());
        }
        PlatformText text = new PlatformText(texts, platforms);
        return text.everywhere().or(text::exceptForOne);
    }

    /** The texts without the names of their platforms and the separators before these; empty if the results differ. */
    static Optional<String> without(List<String> texts, List<Platform> platforms) {
        PlatformText text = new PlatformText(texts, platforms);
        return text.common(text.indexes()).map(SEPARATED_HOLE::remove).filter(rest -> !rest.isEmpty());
    }

    private static Map<String, String> readings(String text, Platform platform) {
        Map<String, String> readings = new LinkedHashMap<>();
        for (String spelling : PlatformSpellings.of(platform)) {
            String rest = PlatformSpellings.without(text, spelling);
            if (!rest.equals(text) && !isHoleInTag(rest)) {
                readings.putIfAbsent(rest, spelling);
            }
        }
        return readings;
    }

    private static boolean isHoleInTag(String text) {
        boolean inTag = false;
        for (MatchResult part : HOLE_OR_MARK.all(text).toList()) {
            if (inTag && part.group().equals(HOLE)) {
                return true;
            }
            inTag = part.group().equals("{{") || (inTag && !part.group().equals("}}"));
        }
        return false;
    }

    private List<Integer> indexes() {
        return IntStream.range(0, texts.size()).boxed().toList();
    }

    /** The common form of some texts, with placeholders for the platform. */
    private Optional<String> common(List<Integer> indexes) {
        return readings.get(indexes.getFirst()).keySet().stream()
                .filter(rest -> indexes.stream().allMatch(i -> readings.get(i).containsKey(rest)))
                .findFirst();
    }

    private Optional<String> everywhere() {
        return common(indexes()).flatMap(rest -> word(rest, indexes()).map(word -> rest.replace(HOLE, word)));
    }

    private Optional<String> word(String rest, List<Integer> indexes) {
        List<String> words = new ArrayList<>();
        indexes.forEach(i -> words.add(readings.get(i).getOrDefault(rest, "")));
        return PlatformWord.of(indexes.stream().map(platforms::get).toList(), words);
    }

    /** A template for texts of which one has no name of a platform: {@code latest} and {@code latest-arm64}. */
    private Optional<String> exceptForOne() {
        List<Integer> bare =
                indexes().stream().filter(i -> readings.get(i).isEmpty()).toList();
        List<Integer> others = indexes().stream().filter(i -> !bare.contains(i)).toList();
        if (bare.size() != 1 || others.isEmpty()) {
            return Optional.empty();
        }
        return common(others)
                .filter(rest -> rest.indexOf(HOLE) == rest.lastIndexOf(HOLE))
                .flatMap(rest -> word(rest, others).flatMap(word -> optional(rest, word, bare.getFirst())));
    }

    private Optional<String> optional(String rest, String word, int bare) {
        String condition = "{{ if ne " + PlatformWord.only(platforms.get(bare), platforms) + " }}";
        for (String separator : SEPARATORS) {
            for (String hole : List.of(separator + HOLE, HOLE + separator)) {
                if (rest.replace(hole, "").equals(texts.get(bare))) {
                    return Optional.of(rest.replace(hole, condition + hole.replace(HOLE, word) + "{{ end }}"));
                }
            }
        }
        return Optional.empty();
    }
}
