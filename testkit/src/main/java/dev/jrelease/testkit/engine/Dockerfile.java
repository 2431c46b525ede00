package dev.jrelease.testkit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A Dockerfile, as far as the fake engine understands it: one instruction on each line. */
record Dockerfile(List<Stage> stages) {
    private static final Set<String> KNOWN =
            Set.of("ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "LABEL", "RUN", "USER", "VOLUME", "WORKDIR");

    record Instruction(String name, String rest) {

        List<String> words() {
            return List.of(rest.split("\\s+", -1));
        }
    }

    record Stage(String name, String base, List<Instruction> instructions) {}

    static Dockerfile parse(String text) throws BuildRefusal {
        List<Stage> stages = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                add(stages, instruction(line), number);
            }
        }
        return new Dockerfile(stages);
    }

    private static Instruction instruction(String line) {
        String[] parts = line.strip().split("\\s+", 2);
        return new Instruction(parts[0].toUpperCase(Locale.ROOT), parts.length > 1 ? parts[1] : "");
    }

    private static void add(List<Stage> stages, Instruction instruction, int line) throws BuildRefusal {
        if (instruction.name().equals("FROM")) {
            List<String> words = instruction.words().stream()
                    .filter(word -> !word.startsWith("--"))
                    .toList();
            String name = words.size() == 3 ? words.get(2) : String.valueOf(stages.size());
            stages.add(new Stage(name, words.getFirst(), new ArrayList<>()));
        } else if (KNOWN.contains(instruction.name()) && !stages.isEmpty()) {
            stages.getLast().instructions().add(instruction);
        } else if (!instruction.name().equals("ARG")) {
            throw new BuildRefusal("failed to solve with frontend dockerfile.v0: failed to create LLB definition:"
                    + " dockerfile parse error line " + line + ": unknown instruction: " + instruction.name());
        }
    }

    Optional<Stage> stage(String name) {
        return stages.stream().filter(stage -> stage.name().equals(name)).findFirst();
    }

    /** The stage to build: the named one, else the last. */
    Stage target(String name) throws BuildRefusal {
        if (name.isEmpty()) {
            return stages.getLast();
        }
        return stage(name)
                .orElseThrow(() -> new BuildRefusal("failed to solve with frontend dockerfile.v0: failed to create"
                        + " LLB definition: target stage " + name + " could not be found"));
    }
}
