package dev.jrelease.environment;

import dev.jrelease.concurrent.Pause;
import dev.jrelease.secret.Secret;
import dev.jrelease.text.LinearPattern;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environment of the process: variables, home folder, working directory, and the time that passes. Only {@code Releaser} and {@code Main}
 * read it from the system; other classes get it as a parameter.
 *
 * @param variables the environment variables
 * @param home the user's home folder
 * @param workingDirectory the folder that relative paths start from ({@code -C}, else where the command was called)
 * @param pause how registries are waited for
 */
public record Environment(Map<String, String> variables, Path home, Path workingDirectory, Pause pause) {

    private static final LinearPattern PROXY = LinearPattern.of("(?i)(https?|all)_proxy");
    private static final LinearPattern LOGIN = LinearPattern.of("(?:[a-zA-Z0-9]++://)?([^/@:]*+):([^/@]*+)@");

    public Environment {
        variables = Map.copyOf(variables);
    }

    public Environment(Map<String, String> variables, Path home, Path workingDirectory) {
        this(variables, home, workingDirectory, Pause.SLEEP);
    }

    /** The value of a variable; empty if it is not set or has no text. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }

    /** The same environment with another working directory. */
    public Environment in(Path folder) {
        return new Environment(variables, home, folder, pause);
    }

    /** The values of variables whose names say that they are secrets: {@code *TOKEN*}, {@code *SECRET*} and so on. */
    public List<Secret> secrets() {
        return variables.entrySet().stream()
                .filter(variable -> Secret.is(variable.getKey(), variable.getValue()))
                .map(variable -> new Secret(variable.getValue()))
                .toList();
    }

    /** User names and passwords in the URLs of proxies. */
    public Map<String, Secret> proxyLogins() {
        Map<String, Secret> logins = new LinkedHashMap<>();
        variables.forEach((name, address) -> {
            if (PROXY.matches(name)) {
                LOGIN.matchAtStart(address)
                        .ifPresent(login -> logins.put(decoded(login.group(1)), new Secret(decoded(login.group(2)))));
            }
        });
        return logins;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    public Path resolve(String path) {
        return workingDirectory.resolve(path).normalize();
    }

    /** The names of the variables without their values, some of which are secrets. */
    @Override
    public String toString() {
        return "Environment[variables=" + variables.keySet().stream().sorted().toList() + ", home=" + home
                + ", workingDirectory=" + workingDirectory + "]";
    }
}
