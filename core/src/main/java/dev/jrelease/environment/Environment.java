package dev.jrelease.environment;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the process was given when it started. The front door fills it; everything else receives it.
 *
 * @param variables the environment variables
 * @param home the user's home folder
 * @param workingDirectory the folder that relative paths start from ({@code -C}, else where the command was called)
 */
public record Environment(Map<String, String> variables, Path home, Path workingDirectory) {

    public Environment {
        variables = Map.copyOf(variables);
    }

    /** A variable's value, if it is set to something. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    public Path resolve(String path) {
        return workingDirectory.resolve(path).normalize();
    }

    /** Without the variables' values, some of which are secrets. */
    @Override
    public String toString() {
        return "Environment[variables=" + variables.keySet().stream().sorted().toList() + ", home=" + home
                + ", workingDirectory=" + workingDirectory + "]";
    }
}
