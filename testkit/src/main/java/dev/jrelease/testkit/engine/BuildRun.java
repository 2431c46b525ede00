package dev.jrelease.testkit.engine;

import dev.jrelease.testkit.engine.Dockerfile.Instruction;
import dev.jrelease.testkit.engine.Dockerfile.Stage;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Builds an image from a Dockerfile by reading it: {@code COPY} makes layers, metadata goes into the configuration,
 * and of {@code RUN} the words {@code echo}, {@code sleep} and {@code exit} have an effect.
 */
final class BuildRun {
    private final Map<String, byte[]> context;
    private final Dockerfile dockerfile;
    private final Function<String, Optional<EngineImage>> bases;
    private final BuildTrace trace;
    private final CountDownLatch cancelled;

    BuildRun(
            Map<String, byte[]> context,
            Dockerfile dockerfile,
            Function<String, Optional<EngineImage>> bases,
            BuildTrace trace,
            CountDownLatch cancelled) {
        this.context = context;
        this.dockerfile = dockerfile;
        this.bases = bases;
        this.trace = trace;
        this.cancelled = cancelled;
    }

    /** Fills the draft with what the stage says. */
    void run(Stage stage, ImageDraft draft) throws BuildRefusal, IOException, InterruptedException {
        Optional<Stage> before = dockerfile.stage(stage.base());
        if (before.isPresent()) {
            run(before.get(), draft);
        } else if (!stage.base().equals("scratch")) {
            draft.startFrom(bases.apply(stage.base())
                    .orElseThrow(() -> new BuildRefusal("failed to solve with frontend dockerfile.v0: failed to create"
                            + " LLB definition: " + stage.base() + ": not found")));
        }
        int number = 0;
        for (Instruction instruction : stage.instructions()) {
            number++;
            String step = "[%d/%d] %s %s"
                    .formatted(number, stage.instructions().size(), instruction.name(), instruction.rest());
            trace.started(step);
            perform(instruction, step, draft);
            trace.completed(step);
        }
    }

    private void perform(Instruction instruction, String step, ImageDraft draft)
            throws BuildRefusal, IOException, InterruptedException {
        switch (instruction.name()) {
            case "COPY" -> copy(instruction, step, draft);
            case "RUN" -> execute(draft.expand(instruction.rest()), step);
            default -> draft.describe(instruction);
        }
    }

    private void copy(Instruction instruction, String step, ImageDraft draft) throws BuildRefusal, IOException {
        List<String> words = draft.expand(instruction.rest())
                .lines()
                .flatMap(line -> List.of(line.split("\\s+", -1)).stream())
                .filter(word -> !word.startsWith("--"))
                .toList();
        Tar layer = new Tar();
        for (String source : words.subList(0, words.size() - 1)) {
            copy(source, words.getLast(), layer, step);
        }
        draft.add(new Layer(layer.bytes()));
    }

    private void copy(String source, String target, Tar layer, String step) throws BuildRefusal, IOException {
        String from = source.replaceAll("^\\.?/|/$|^\\.$", "");
        String to = target.replaceAll("^\\.?/", "");
        if (from.contains("/*")) {
            copyMatches(from, to, layer, step);
            return;
        }
        byte[] file = context.get(from);
        if (file != null) {
            String name = from.substring(from.lastIndexOf('/') + 1);
            layer.file(to.isEmpty() || to.endsWith("/") ? to + name : to, file);
            return;
        }
        String folder = from.isEmpty() ? "" : from + "/";
        Map<String, byte[]> inside = new TreeMap<>(context);
        inside.keySet().removeIf(name -> !name.startsWith(folder));
        if (inside.isEmpty()) {
            throw uncopied("\"/" + from + "\" not found: not found", step);
        }
        String prefix = to.isEmpty() || to.endsWith("/") ? to : to + "/";
        inside.forEach((name, content) -> layer.file(prefix + name.substring(folder.length()), content));
    }

    /** Copies the files of a folder whose names match a pattern; there may be none of them. */
    private void copyMatches(String pattern, String to, Tar layer, String step) throws BuildRefusal, IOException {
        String folder = pattern.substring(0, pattern.lastIndexOf('/') + 1);
        if (context.keySet().stream().noneMatch(name -> name.startsWith(folder))) {
            String name = folder.substring(0, folder.length() - 1);
            throw uncopied("lstat /" + name + ": no such file or directory", step);
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        context.forEach((name, content) -> {
            if (matcher.matches(Path.of(name))) {
                layer.file(to + name.substring(folder.length()), content);
            }
        });
    }

    private BuildRefusal uncopied(String why, String step) throws IOException {
        String words = "failed to compute cache key: " + why;
        trace.failed(step, words);
        return new BuildRefusal(words);
    }

    private void execute(String command, String step) throws BuildRefusal, IOException, InterruptedException {
        for (String part : command.split(";|&&", -1)) {
            String[] words = part.strip().split("\\s+", 2);
            String rest = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "echo" -> trace.printed(step, rest + "\n");
                case "sleep" -> sleep(Integer.parseInt(rest), step);
                case "exit" -> {
                    if (!rest.equals("0")) {
                        fail(command, step, "exit code: " + rest);
                    }
                }
                default -> {}
            }
        }
    }

    private void sleep(int seconds, String step) throws BuildRefusal, IOException, InterruptedException {
        if (cancelled.await(seconds, TimeUnit.SECONDS)) {
            trace.failed(step, "context canceled");
            throw new BuildRefusal("context canceled");
        }
    }

    private void fail(String command, String step, String why) throws BuildRefusal, IOException {
        String words = "executor failed running [/bin/sh -c " + command + "]: " + why;
        trace.failed(step, words);
        throw new BuildRefusal(words);
    }
}
