package dev.jrelease.dockerfile;

import dev.jrelease.image.Platform;
import dev.jrelease.text.LinearPattern;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;

/** The known values of {@code ARG} and {@code ENV} at a place in a Dockerfile. */
public final class DockerfileVariables {
    private static final LinearPattern VARIABLE =
            LinearPattern.of("\\$(?:([A-Za-z_][A-Za-z0-9_]*+)|\\{([A-Za-z_][A-Za-z0-9_]*+)(?:(:[-+])([^{}$]*+))?})");

    /** Only an engine knows its own platform. */
    private static final Set<String> OF_ENGINE = Set.of("BUILDPLATFORM", "BUILDOS", "BUILDARCH", "BUILDVARIANT");

    /** Values that hold others twice grow without limit. */
    private static final int LONGEST = 100_000;

    private final Map<String, String> given;
    private final Map<String, String> inherited;
    private final char escape;
    private final boolean complete;
    private final Map<String, Optional<String>> values = new HashMap<>();
    private final Set<String> environment = new HashSet<>();

    /**
     *
     * @param inherited values for an {@code ARG} without a value
     * @param complete whether every variable that is not known here is certainly not set
     */
    private DockerfileVariables(
            Map<String, String> given, Map<String, String> inherited, char escape, boolean complete) {
        this.given = Map.copyOf(given);
        this.inherited = Map.copyOf(inherited);
        this.escape = escape;
        this.complete = complete;
    }

    /**
     * The variables of every {@code FROM}.
     *
     * @param given the arguments of the build
     * @param automatic what BuildKit sets by itself, such as {@code TARGETARCH}
     */
    public static DockerfileVariables globals(
            Dockerfile dockerfile, Map<String, String> given, Map<String, String> automatic) {
        DockerfileVariables globals = new DockerfileVariables(given, automatic, dockerfile.escape(), true);
        automatic.forEach((name, value) -> globals.values.put(name, Optional.of(value)));
        dockerfile.globals().forEach(globals::follow);
        return globals;
    }

    /** The variables of the target platform that BuildKit sets. */
    static Map<String, String> target(Platform platform) {
        Platform said = platform.normalized();
        return Map.of(
                "TARGETPLATFORM", said.toString(),
                "TARGETOS", said.os(),
                "TARGETARCH", said.architecture(),
                "TARGETVARIANT", said.variant());
    }

    /** The variables at the beginning of a stage whose base is {@code scratch}, or an image that is not known. */
    DockerfileVariables stage(boolean scratch) {
        Map<String, String> known = new HashMap<>();
        values.forEach((name, value) -> value.ifPresent(text -> known.put(name, text)));
        return new DockerfileVariables(given, known, escape, scratch);
    }

    /** The variables at the beginning of a stage whose base is the stage of this object: the environment. */
    DockerfileVariables basedOnThis(DockerfileVariables globals) {
        DockerfileVariables based = globals.stage(complete);
        environment.forEach(name -> based.values.put(name, values.getOrDefault(name, Optional.empty())));
        based.environment.addAll(environment);
        return based;
    }

    /** Adds what an instruction sets. */
    void follow(Instruction instruction) {
        if (instruction.is("ARG")) {
            instruction.words().forEach(word -> argument(word.text()));
        } else if (instruction.is("ENV")) {
            environment(instruction.arguments());
        }
    }

    /** The environment has priority, also that of a base image, which is not known. */
    private void argument(String written) {
        String name = written.split("=", 2)[0];
        if (environment.contains(name)) {
            return;
        }
        Optional<String> own = name.length() == written.length()
                ? Optional.ofNullable(inherited.get(name)).or(() -> unset(name))
                : fill(written.substring(name.length() + 1));
        Optional<String> value = given.containsKey(name) ? Optional.of(String.valueOf(given.get(name))) : own;
        values.put(name, complete || name.startsWith("TARGET") ? value : Optional.empty());
    }

    /** Values of one instruction do not see each other. */
    private void environment(String arguments) {
        Map<String, Optional<String>> set = new HashMap<>();
        int end = endOfWord(arguments);
        String first = arguments.substring(0, end);
        if (first.contains("=")) {
            EnvironmentPairs.of(arguments).forEach((name, value) -> set.put(name, fill(value)));
        } else {
            String rest = arguments.substring(end).stripLeading();
            set.put(first, rest.isEmpty() ? Optional.empty() : fill(rest));
        }
        values.putAll(set);
        environment.addAll(set.keySet());
    }

    private static int endOfWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The text with variables replaced and without quotes; empty if a value is not known. */
    public Optional<String> fill(String text) {
        String plain = isQuoted(text) ? text.substring(1, text.length() - 1) : text;
        if (plain.indexOf(escape) >= 0 || plain.contains("'") || plain.contains("\"")) {
            return Optional.empty();
        }
        StringBuilder filled = new StringBuilder();
        int end = 0;
        for (int at = plain.indexOf('$'); at >= 0; at = plain.indexOf('$', end)) {
            Optional<MatchResult> variable = VARIABLE.matchAt(plain, at, plain.length());
            Optional<String> value = variable.flatMap(this::value);
            if (variable.isEmpty() || value.isEmpty() || filled.length() > LONGEST) {
                return Optional.empty();
            }
            filled.append(plain, end, at).append(value.get());
            end = variable.get().end();
        }
        return Optional.of(filled + plain.substring(end));
    }

    private Optional<String> unset(String name) {
        return complete && !OF_ENGINE.contains(name) ? Optional.of("") : Optional.empty();
    }

    private static boolean isQuoted(String text) {
        boolean enclosed = text.length() > 1 && text.charAt(0) == text.charAt(text.length() - 1);
        return enclosed && (text.startsWith("\"") || (text.startsWith("'") && text.indexOf('$') < 0));
    }

    private Optional<String> value(MatchResult variable) {
        String name = Optional.ofNullable(variable.group(1)).orElseGet(() -> variable.group(2));
        Optional<String> value = values.getOrDefault(name, unset(name));
        String operator = variable.group(3);
        if (operator == null || value.isEmpty()) {
            return value;
        }
        String other = variable.group(4);
        boolean unset = value.get().isEmpty();
        return operator.equals(":-") ? (unset ? Optional.of(other) : value) : Optional.of(unset ? "" : other);
    }
}
