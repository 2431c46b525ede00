package dev.jrelease.dockerfile;

import dev.jrelease.image.ImageReference;
import dev.jrelease.text.SearchPattern;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the instruction that a build refused in a message without a line: the first one with the word that the message
 * repeats. BuildKit knows the line, but no engine passes it on.
 */
final class RefusedInstruction {
    private static final List<Refusal> REFUSALS = List.of(
            new Refusal("failed to process \"((?:[^\"\\\\]|\\\\.)*+)", Set.of()),
            new Refusal("(?i)invalid containerPort: (\\S++)", Set.of("EXPOSE")),
            new Refusal("(?i)invalid signal: (\\S++)", Set.of("STOPSIGNAL")),
            new Refusal("failed to parse platform ([^\\s:]++)", Set.of("FROM")),
            new Refusal("base name \\(([^)]*+)", Set.of("FROM")),
            new Refusal("failed to parse stage name \"([^\"]++)", Set.of("FROM", "COPY")),
            new Refusal("circular dependency detected on stage: (\\S++)", Set.of("FROM")),
            new Refusal("invalid stage index ([0-9]++)", Set.of("COPY", "RUN")),
            new Refusal("unsupported mount type \"([^\"]++)", Set.of("RUN")),
            new Refusal("can't find = in \"([^\"]++)", Set.of("ENV", "LABEL")),
            new Refusal("invalid (checksum) digest", Set.of("ADD")),
            new Refusal("step: (https?://\\S++)", Set.of("ADD")));
    private static final SearchPattern IMAGE =
            SearchPattern.of("(?:load metadata for|step: FROM|[0-9]\\] FROM) (\\S++)");
    private static final String NO_STAGE = "no build stage in current context";

    private final Dockerfile dockerfile;

    /**
     * How a message begins that repeats a word of the file.
     *
     * @param keywords of the instructions that it may be about; none means all
     */
    private record Refusal(SearchPattern words, Set<String> keywords) {
        Refusal(String words, Set<String> keywords) {
            this(SearchPattern.of(words), keywords);
        }

        boolean isAbout(Instruction instruction) {
            return keywords.isEmpty() || keywords.contains(instruction.keyword());
        }
    }

    RefusedInstruction(Dockerfile dockerfile) {
        this.dockerfile = dockerfile;
    }

    /** @param message of the engine, with the step that failed */
    Optional<Instruction> in(String message) {
        if (message.contains(NO_STAGE)) {
            return dockerfile.globals().stream()
                    .filter(instruction -> !instruction.is("ARG"))
                    .findFirst();
        }
        return REFUSALS.stream()
                .flatMap(refusal -> refusal.words().first(message).stream()
                        .map(found -> withoutEscapes(found.group(1)))
                        .flatMap(word -> first(refusal::isAbout, word).stream()))
                .findFirst()
                .or(() -> IMAGE.first(message).flatMap(found -> reading(found.group(1))));
    }

    /** An instruction with the whole word comes before one with a longer word. */
    private Optional<Instruction> first(Predicate<Instruction> wanted, String word) {
        Stream<Predicate<String>> alike = Stream.of(word::equals, text -> text.contains(word));
        return alike.flatMap(like -> dockerfile.instructions().stream()
                        .filter(wanted)
                        .filter(instruction -> texts(instruction).anyMatch(like)))
                .findFirst();
    }

    private static Stream<String> texts(Instruction instruction) {
        Stream<Word> words = Stream.concat(instruction.flags().stream(), instruction.words().stream());
        return Stream.concat(words.map(Word::text), Stream.of(instruction.arguments()));
    }

    private static String withoutEscapes(String quoted) {
        return quoted.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    private Optional<Instruction> reading(String image) {
        return reference(image)
                .flatMap(wanted -> dockerfile.instructions().stream()
                        .filter(instruction -> images(instruction)
                                .flatMap(name -> reference(name).stream())
                                .anyMatch(wanted::equals))
                        .findFirst());
    }

    /** Empty for what only a build can read, such as a variable. */
    private static Optional<ImageReference> reference(String name) {
        try {
            return Optional.of(ImageReference.parse(name));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Stream<String> images(Instruction instruction) {
        return instruction.is("FROM")
                ? instruction.words().stream().limit(1).map(Word::text)
                : UsedImages.others(instruction);
    }
}
