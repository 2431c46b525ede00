package dev.jrelease.cli;

import dev.jrelease.cli.Jrelease.Outcome;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * $ cat FILE
 * $ move FOLDER TO
 * $ registry tags           in the order in which they were written, since this was last asked
 * </pre>
 */
final class Scenario implements AutoCloseable {
    static final String TRANSCRIPT = "transcript.txt";

    private final Bench bench;
    private final Masks masks;
    private final List<String> written = new ArrayList<>();

    Scenario(Path files, Path folder) throws IOException, InterruptedException {
        bench = Bench.empty(folder, FakeRegistry.start());
        bench.workspace().copy(files);
        Files.delete(bench.workspace().folder().resolve(TRANSCRIPT));
        bench.workspace().commit("Begin");
        masks = new Masks(bench.registry().address(), bench.workspace().folder());
    }

    /** Types every command of a transcript, and returns what there is to read afterwards. */
    String play(String transcript) throws InterruptedException {
        for (String line :
                transcript.lines().filter(line -> line.startsWith("$ ")).toList()) {
            written.add(line);
            type(line.substring(2).strip());
        }
        return String.join("\n", written) + "\n";
    }

    private void type(String line) throws InterruptedException {
        String[] words = line.split("\\s+", -1);
        switch (words[0]) {
            case "git" ->
                written.addAll(masks.apply(bench.workspace().git(after(words, 1)))
                        .lines()
                        .toList());
            case "commit" -> bench.workspace().commit(String.join(" ", after(words, 1)));
            case "write" -> bench.workspace().write(words[1], String.join(" ", after(words, 2)) + "\n");
            case "cat" -> written.addAll(masks.apply(read(words[1])).lines().toList());
            case "move" -> move(words[1], words[2]);
            case "registry" -> {
                String tags = String.join("\n", bench.registry().tagWrites());
                written.addAll(masks.apply(tags).lines().toList());
                bench.registry().forgetRequests();
            }
            default -> jrelease(words);
        }
    }

    private void move(String from, String to) {
        Path folder = bench.workspace().folder();
        try {
            Files.createDirectories(folder.resolve(to).getParent());
            Files.move(folder.resolve(from), folder.resolve(to));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private String read(String file) {
        try {
            return Files.readString(bench.workspace().folder().resolve(file));
        } catch (IOException missing) {
            return "! " + missing + "\n";
        }
    }

    /** Variables may stand before the command, as in a shell. */
    private void jrelease(String[] words) throws InterruptedException {
        Jrelease command = bench.jrelease();
        int first = 0;
        while (words[first].contains("=")) {
            String[] pair = words[first].split("=", 2);
            command = command.with(pair[0], pair[1]);
            first++;
        }
        if (!words[first].equals("jrelease")) {
            throw new IllegalArgumentException("no such command: " + words[first]);
        }
        masks.commit(bench.workspace().head());
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
        bench.close();
    }
}
