package dev.jrelease.pipes.before;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.failure.Location;
import dev.jrelease.fields.EntryVariables;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.Task;
import dev.jrelease.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One command to run.
 *
 * @param dir empty for the working directory
 * @param shell empty if none is between
 * @param output whether what it prints is always shown
 */
record HookTask(
        String command,
        String dir,
        Map<String, String> env,
        List<Secret> secrets,
        String shell,
        boolean output,
        Location location)
        implements Task {

    HookTask {
        secrets = List.copyOf(secrets);
    }

    @Override
    public String title() {
        return command.lines().findFirst().orElse("");
    }

    @Override
    public List<String> describe() {
        List<String> lines = new ArrayList<>(command.strip().lines().toList());
        if (!dir.isEmpty()) {
            lines.add("    in " + dir);
        }
        if (!shell.isEmpty()) {
            lines.add("    by " + shell);
        }
        EntryVariables.masked(env).forEach((name, value) -> lines.add("    with " + name + "=" + value));
        return lines;
    }

    @Override
    public ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("cmd", command);
        node.put("dir", dir);
        ObjectNode variables = node.putObject("env");
        EntryVariables.masked(env).forEach(variables::put);
        node.put("shell", shell);
        node.put("output", output);
        return node;
    }
}
