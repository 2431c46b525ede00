package dev.jrelease.environment;

import dev.jrelease.concurrent.Pause;
import dev.jrelease.secret.Secret;
import dev.jrelease.text.LinearPattern;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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

    /** The user name and password in the URL of a proxy. */
    public record ProxyLogin(String user, Secret password) {}

    public List<ProxyLogin> proxyLogins() {
        return variables.entrySet().stream()
                .filter(variable -> PROXY.matches(variable.getKey()))
                .flatMap(variable -> proxyLogin(variable.getValue()).stream())
                .toList();
    }

    private static Optional<ProxyLogin> proxyLogin(String address) {
        int scheme = address.indexOf("://");
        String authority =
                address.substring(scheme < 0 ? 0 : scheme + "://".length()).split("/", 2)[0];
        String login = authority.substring(0, Math.max(0, authority.lastIndexOf('@')));
        int colon = login.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new ProxyLogin(
                        decoded(login.substring(0, colon)), new Secret(decoded(login.substring(colon + 1)))));
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
