package dev.jrelease.dockerfile;

import java.util.List;
import java.util.Optional;

/**
 * A stage of a Dockerfile, from one {@code FROM} to the next.
 *
 * @param base as it is written; empty if {@code FROM} names nothing
 * @param platform the value of {@code --platform} as it is written
 * @param name the one after {@code AS}
 * @param instructions without the {@code FROM}
 */
public record Stage(String base, Optional<String> platform, Optional<String> name, List<Instruction> instructions) {
    public Stage {
        instructions = List.copyOf(instructions);
    }
}
