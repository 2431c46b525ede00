package dev.jrelease.cli;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.engine.FakeDockerEngine;
import dev.jrelease.testkit.engine.ImageStore;
import dev.jrelease.testkit.git.GitWorkspace;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Someone at a terminal, in a repository with the files of a scenario and a program for each platform; an engine and a
 * registry are at hand. Types commands, and writes down what they say:
 *
 * <pre>
 * $ jrelease release        what goes to standard output stands as it is
 * ! jrelease: could not …   standard error after it, marked
 * exit 4                    unless it is 0
 * $ git tag v1.0.0
 * $ write FILE words
 * $ commit words
 * $ registry tags           in the order in which they were written, since this was last asked
 * </pre>
 */
final class Scenario implements AutoCloseable {
    static final String TRANSCRIPT = "transcript.txt";

    private final FakeRegistry registry = FakeRegistry.start();
    private final FakeDockerEngine engine = FakeDockerEngine.start(ImageStore.GRAPH);
    private final GitWorkspace workspace;
    private final Jrelease jrelease;
    private final Masks masks;
    private final List<String> written = new ArrayList<>();

    Scenario(Path files, Path folder) throws IOException, InterruptedException {
        workspace = GitWorkspace.create(folder.resolve("work"));
        for (String target : List.of("amd64", "arm64", "armv7", "386")) {
            workspace.writeProgram("bin/" + target + "/hello", Example.program(target));
        }
        workspace.copy(files);
        Files.delete(workspace.folder().resolve(TRANSCRIPT));
        workspace.commit("Begin");
        masks = new Masks(registry.address(), workspace.folder());
        jrelease = Jrelease.in(workspace).with("REGISTRY", registry.address()).with("DOCKER_HOST", engine.host());
    }

    /** Types every command of a transcript, and returns what there is to read afterwards. */
    String play(String transcript) throws InterruptedException {
        for (String line : transcript.lines().filter(line -> line.startsWith("$ ")).toList()) {
            written.add(line);
            type(line.substring(2).strip());
        }
        return String.join("\n", written) + "\n";
    }

    private void type(String line) throws InterruptedException {
        String[] words = line.split("\\s+", -1);
        switch (words[0]) {
            case "git" -> workspace.git(after(words, 1));
            case "commit" -> workspace.commit(line.substring("commit".length()).strip());
            case "write" -> workspace.write(words[1], String.join(" ", after(words, 2)) + "\n");
            case "registry" -> {
                written.addAll(registry.tagWrites());
                registry.forgetRequests();
            }
            default -> jrelease(words);
        }
        masks.commit(workspace.head());
    }

    /** Variables may stand before the command, as in a shell. */
    private void jrelease(String[] words) throws InterruptedException {
        Jrelease command = jrelease;
        int first = 0;
        while (words[first].contains("=")) {
            String[] pair = words[first].split("=", 2);
            command = command.with(pair[0], pair[1]);
            first++;
        }
        if (!words[first].equals("jrelease")) {
            throw new IllegalArgumentException("no such command: " + words[first]);
        }
        masks.commit(workspace.head());
        write(command.run(after(words, first + 1)));
    }

    private void write(Outcome outcome) {
        written.addAll(masks.apply(outcome.out()).lines().toList());
        masks.apply(outcome.err()).lines().map(line -> "! " + line).forEach(written::add);
        if (outcome.code() != 0) {
            written.add("exit " + outcome.code());
        }
    }

    private static String[] after(String[] words, int count) {
        return Arrays.copyOfRange(words, count, words.length);
    }

    static List<Path> all(Path folder) throws IOException {
        try (Stream<Path> scenarios = Files.list(folder)) {
            return scenarios.filter(Files::isDirectory).sorted().toList();
        }
    }

    @Override
    public void close() {
        engine.close();
        registry.close();
    }
}
