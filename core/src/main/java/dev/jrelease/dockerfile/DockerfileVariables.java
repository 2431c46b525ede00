package dev.jrelease.dockerfile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of {@code ARG} and {@code ENV} at one place in a Dockerfile, as far as they are known. */
public final class DockerfileVariables {
    /** A pair of {@code ENV}, its value perhaps in quotes. */
    private static final Pattern PAIR = Pattern.compile(
            "(?:\\G|(?<![^\\s=]))([^\\s=]++)=" + "((?:\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*+'|\\\\.|[^\\s\"'\\\\])*+)");

    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)(?:(:[-+])([^{}$]*))?})");
    private static final Pattern QUOTED = Pattern.compile("\"(.*)\"|'([^$]*)'");

    private final Map<String, String> given;
    private final Map<String, String> inherited;
    private final char escape;
    private final boolean complete;
    private final Map<String, Optional<String>> values = new HashMap<>();
    private final Set<String> environment = new HashSet<>();

    /**
     * @param inherited values that {@code ARG} without a value of its own takes
     * @param complete whether what is not known here is certainly not set
     */
    private DockerfileVariables(
            Map<String, String> given, Map<String, String> inherited, char escape, boolean complete) {
        this.given = Map.copyOf(given);
        this.inherited = Map.copyOf(inherited);
        this.escape = escape;
        this.complete = complete;
    }

    /**
     * Those that hold for every {@code FROM}.
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

    /** Those at the beginning of a stage of an image of which nothing is known, or of {@code scratch}. */
    DockerfileVariables stage(boolean scratch) {
        Map<String, String> known = new HashMap<>();
        values.forEach((name, value) -> value.ifPresent(text -> known.put(name, text)));
        return new DockerfileVariables(given, known, escape, scratch);
    }

    /** Those at the beginning of a stage that is based on the one that these are of: its environment. */
    DockerfileVariables basedOnThis(DockerfileVariables globals) {
        DockerfileVariables based = globals.stage(complete);
        environment.forEach(name -> based.values.put(name, values.getOrDefault(name, Optional.empty())));
        based.environment.addAll(environment);
        return based;
    }

    /** Takes in what an instruction sets. */
    void follow(Instruction instruction) {
        if (instruction.is("ARG")) {
            instruction.words().forEach(word -> argument(word.text()));
        } else if (instruction.is("ENV")) {
            environment(instruction.arguments());
        }
    }

    /** The environment has precedence, also that of a base image, which is not known. */
    private void argument(String written) {
        String name = written.replaceFirst("=.*", "");
        if (environment.contains(name)) {
            return;
        }
        Optional<String> own = name.length() == written.length()
                ? Optional.ofNullable(inherited.getOrDefault(name, complete ? "" : null))
                : fill(written.substring(name.length() + 1));
        Optional<String> value = given.containsKey(name) ? Optional.of(String.valueOf(given.get(name))) : own;
        values.put(name, complete || name.startsWith("TARGET") ? value : Optional.empty());
    }

    /** All values of one instruction are filled in with what was known before it. */
    private void environment(String arguments) {
        Map<String, Optional<String>> set = new HashMap<>();
        if (arguments.split("\\s", 2)[0].contains("=")) {
            Matcher pairs = PAIR.matcher(arguments);
            while (pairs.find()) {
                set.put(pairs.group(1), fill(pairs.group(2)));
            }
        } else {
            String[] words = arguments.split("\\s+", 2);
            set.put(words[0], words.length < 2 ? Optional.empty() : fill(words[1]));
        }
        values.putAll(set);
        environment.addAll(set.keySet());
    }

    /** The text with values in place of variables, without quotes; absent where it is not known. */
    public Optional<String> fill(String text) {
        Matcher quoted = QUOTED.matcher(text);
        String plain = quoted.matches() ? quoted.replaceFirst("$1$2") : text;
        if (plain.indexOf(escape) >= 0 || plain.contains("'") || plain.contains("\"")) {
            return Optional.empty();
        }
        StringBuilder filled = new StringBuilder();
        Matcher variables = VARIABLE.matcher(plain);
        int end = 0;
        while (variables.find()) {
            Optional<String> value = value(variables);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            filled.append(plain, end, variables.start()).append(value.get());
            end = variables.end();
        }
        return plain.indexOf('$', end) >= 0 ? Optional.empty() : Optional.of(filled + plain.substring(end));
    }

    private Optional<String> value(Matcher variable) {
        String name = Optional.ofNullable(variable.group(1)).orElseGet(() -> variable.group(2));
        Optional<String> value = values.getOrDefault(name, complete ? Optional.of("") : Optional.empty());
        String operator = variable.group(3);
        if (operator == null || value.isEmpty()) {
            return value;
        }
        String other = variable.group(4);
        boolean unset = value.get().isEmpty();
        return operator.equals(":-") ? (unset ? Optional.of(other) : value) : Optional.of(unset ? "" : other);
    }
}
