package dev.jrelease.pipes.signs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.PublishedName;
import dev.jrelease.failure.Location;
import dev.jrelease.fields.EntryVariables;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import dev.jrelease.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The signature of one name, by its digest.
 *
 * @param id of the entry
 * @param command the program and its arguments; {@link SignPlanner#DIGEST} in them stands for the digest
 * @param input of the program; it is masked, because it is usually a password
 * @param inputFile the file with the input; empty if there is none
 * @param signature the file that the program writes; empty if there is none
 * @param certificate the same for a certificate
 * @param output whether the program's output is shown also without {@code --verbose}
 * @param condition the condition that it depends on, if its value is unknown
 */
record SignTask(
        String id,
        PublishedName name,
        List<String> command,
        Map<String, String> env,
        List<Secret> secrets,
        Optional<Secret> input,
        String inputFile,
        String signature,
        String certificate,
        boolean output,
        Optional<String> condition,
        Location location)
        implements Task {

    SignTask {
        command = List.copyOf(command);
        secrets = List.copyOf(secrets);
    }

    @Override
    public String title() {
        return id + " " + name.text();
    }

    @Override
    public List<String> describe() {
        List<String> lines = new ArrayList<>();
        lines.add(id + "  " + name.text() + "  by the digest that was pushed");
        lines.add("    " + command.stream().map(SignTask::quoted).collect(Collectors.joining(" ")));
        EntryVariables.masked(env).forEach((key, value) -> lines.add("    with " + key + "=" + value));
        input.ifPresent(text -> lines.add("    reads " + text));
        if (!inputFile.isEmpty()) {
            lines.add("    reads the file " + inputFile);
        }
        List.of(signature, certificate).stream()
                .filter(file -> !file.isEmpty())
                .forEach(file -> lines.add("    leaves " + file));
        return lines;
    }

    private static String quoted(String word) {
        return word.isEmpty() || word.chars().anyMatch(Character::isWhitespace) ? "'" + word + "'" : word;
    }

    @Override
    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("id", id);
        node.put("artifact", name.text());
        ArrayNode words = node.putArray("cmd");
        command.forEach(words::add);
        ObjectNode variables = node.putObject("env");
        EntryVariables.masked(env).forEach(variables::put);
        input.ifPresent(text -> node.put("stdin", text.toString()));
        node.put("stdin_file", inputFile);
        node.put("signature", signature);
        node.put("certificate", certificate);
        node.put("output", output);
        return node;
    }
}
