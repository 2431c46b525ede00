package dev.jrelease.testkit.training;

import dev.jrelease.testkit.git.GitWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The program as it was packaged: a runtime, one jar, and the options that its launcher starts with.
 *
 * @param folder where it is
 * @param home the user's home folder of the runs
 * @param engine what {@code DOCKER_HOST} is set to
 */
record PackagedProgram(Path folder, Path home, String engine) {
    private static final String MAIN = "dev.jrelease.cli.TrainingRun";

    /** Runs a cache's commands in a project, and keeps what they loaded. */
    void train(TrainedCache cache, Path project) throws IOException, InterruptedException {
        Path record = home.resolve(cache.name() + ".record");
        String jit = "@" + folder.resolve("lib/" + (cache.quick() ? "quick" : "release") + ".options");

        List<String> training = new ArrayList<>();
        training.add(jit);
        training.add("-XX:AOTMode=record");
        training.add("-XX:AOTConfiguration=" + record);
        training.addAll(classPath());
        training.add(MAIN);
        training.addAll(cache.commands());
        java(training, project);

        List<String> making = new ArrayList<>();
        making.add(jit);
        making.add("-XX:AOTMode=create");
        making.add("-XX:AOTConfiguration=" + record);
        making.add("-XX:AOTCache=" + folder.resolve("lib/" + cache.name() + ".aot"));
        making.addAll(classPath());
        java(making, project);
    }

    private List<String> classPath() {
        return List.of(
                "-Duser.home=" + home, "-cp", folder.resolve("lib/jrelease.jar").toString());
    }

    private void java(List<String> words, Path project) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve("runtime/bin/java").toString());
        command.add("@" + folder.resolve("lib/java.options"));
        command.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        Map<String, String> variables = builder.environment();
        String path = variables.getOrDefault("PATH", "");
        variables.clear();
        variables.putAll(GitWorkspace.NO_SETTINGS);
        variables.put("PATH", path);
        variables.put("LC_ALL", "C.UTF-8");
        variables.put("DOCKER_HOST", engine);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
        }
    }
}
