package dev.jrelease.pipes.images.plan;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The image that the last stage of a Dockerfile is based on, names of stages followed and defaults of {@code ARG} before
 * the first {@code FROM} filled in. It reads no more of a Dockerfile than that takes: the build itself is the judge.
 *
 * @param name as the Dockerfile has it
 * @see <a href="https://docs.docker.com/reference/dockerfile/#from">FROM</a>
 */
record DockerfileBase(String name) {
    private static final Pattern CONTINUED = Pattern.compile("\\\\[ \\t]*\\R");
    private static final Pattern ARGUMENT =
            Pattern.compile("ARG\\s+([A-Za-z_][A-Za-z0-9_]*)(?:=(.*))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FROM =
            Pattern.compile("FROM(?:\\s+--\\S+)*\\s+(\\S+)(?:\\s+AS\\s+(\\S+))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:([A-Za-z_][A-Za-z0-9_]*)|\\{([A-Za-z_][A-Za-z0-9_]*)(?::-([^}]*))?})");

    /** Absent if there is none: the last stage is from scratch, or there is no stage. */
    static Optional<DockerfileBase> of(String dockerfile) {
        Map<String, String> arguments = new HashMap<>();
        Map<String, String> stages = new HashMap<>();
        String base = "";
        for (String line : CONTINUED
                .matcher(dockerfile)
                .replaceAll(" ")
                .lines()
                .map(String::strip)
                .toList()) {
            Matcher argument = ARGUMENT.matcher(line);
            Matcher from = FROM.matcher(line);
            if (base.isEmpty() && argument.matches()) {
                arguments.put(argument.group(1), unquoted(argument.group(2) == null ? "" : argument.group(2)));
            } else if (from.matches()) {
                String named = filled(from.group(1), arguments);
                base = stages.getOrDefault(named.toLowerCase(Locale.ROOT), named);
                if (from.group(2) != null) {
                    stages.put(from.group(2).toLowerCase(Locale.ROOT), base);
                }
            }
        }
        return base.isEmpty() || base.equalsIgnoreCase("scratch")
                ? Optional.empty()
                : Optional.of(new DockerfileBase(base));
    }

    private static String unquoted(String value) {
        return value.strip().replaceAll("^[\"']+|[\"']+$", "");
    }

    private static String filled(String text, Map<String, String> arguments) {
        return VARIABLE.matcher(text).replaceAll(variable -> {
            String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
            String value = arguments.getOrDefault(name, "");
            String standard = variable.group(3) == null ? "" : variable.group(3);
            return Matcher.quoteReplacement(value.isEmpty() ? standard : value);
        });
    }

    /** Its digest, where the Dockerfile pins it; else empty. */
    String digest() {
        int at = name.indexOf("@sha256:");
        return at < 0 ? "" : name.substring(at + 1);
    }
}
