package dev.jrelease.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A parsed Dockerfile. Parsing never fails; the build reports invalid instructions.
 *
 * @param instructions in their order
 * @param escape the character that continues a line and escapes the next character
 * @param syntax the frontend of {@code # syntax=}
 * @see <a href="https://docs.docker.com/reference/dockerfile/">Dockerfile reference</a>
 */
public record Dockerfile(List<Instruction> instructions, char escape, Optional<String> syntax) {
    public Dockerfile {
        instructions = List.copyOf(instructions);
    }

    public static Dockerfile parse(String text) {
        return new DockerfileParser(text).parse();
    }

    /**
     * The instruction that a step of a build carries out.
     *
     * @param step with the values of variables: {@code COPY bin/amd64/app /app}
     */
    public Optional<Instruction> instruction(String step) {
        return instructions.stream()
                .filter(instruction -> StepName.of(instruction).matches(step))
                .findFirst();
    }

    /**
     * The instruction that a build refused in a message without a line; empty if it is not certain.
     *
     * @param message of the engine, with the step that failed
     */
    public Optional<Instruction> refused(String message) {
        return new RefusedInstruction(this).in(message);
    }

    /** The instructions before the first {@code FROM}. */
    public List<Instruction> globals() {
        return instructions.stream()
                .takeWhile(instruction -> !instruction.is("FROM"))
                .toList();
    }

    public List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        int[] starts = IntStream.range(0, instructions.size())
                .filter(i -> instructions.get(i).is("FROM"))
                .toArray();
        for (int i = 0; i < starts.length; i++) {
            int end = i + 1 < starts.length ? starts[i + 1] : instructions.size();
            stages.add(stage(instructions.subList(starts[i], end)));
        }
        return stages;
    }

    private static Stage stage(List<Instruction> all) {
        List<String> words = all.getFirst().words().stream().map(Word::text).toList();
        boolean named = words.size() > 2 && words.get(1).equalsIgnoreCase("AS");
        return new Stage(
                words.isEmpty() ? "" : words.getFirst(),
                all.getFirst().flag("platform"),
                named ? Optional.of(words.get(2)) : Optional.empty(),
                all.subList(1, all.size()));
    }
}
