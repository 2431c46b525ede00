package dev.jrelease.pipes.before;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.failure.Location;
import dev.jrelease.fields.EntryVariables;
import dev.jrelease.json.Json;
import dev.jrelease.pipeline.ProjectCommand;
import dev.jrelease.pipeline.Task;
import dev.jrelease.secret.Secret;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command to run.
 *
 * @param dir empty for the working directory
 * @param projectEnv the variables of the section {@code env}
 * @param env the variables of the hook
 * @param shell empty for none
 * @param output whether its output is shown also without {@code --verbose}
 */
record HookTask(
        String command,
        String dir,
        Map<String, String> projectEnv,
        Map<String, String> env,
        List<Secret> secrets,
        String shell,
        boolean output,
        Location location)
        implements Task {
    private static final int LONGEST_TITLE = 60;

    HookTask {
        projectEnv = Collections.unmodifiableMap(new LinkedHashMap<>(projectEnv));
        env = Collections.unmodifiableMap(new LinkedHashMap<>(env));
        secrets = List.copyOf(secrets);
    }

    /** Variables that are added to the environment of jrelease. */
    private Map<String, String> variables() {
        Map<String, String> all = new LinkedHashMap<>(projectEnv);
        all.putAll(env);
        return all;
    }

    /** The command as it is run. */
    ProjectCommand toRun() {
        return new ProjectCommand(
                "run the hook " + title(), ProjectCommand.words(command, shell), dir, variables(), output, location);
    }

    @Override
    public String title() {
        String first = command.lines().findFirst().orElse("");
        return first.length() <= LONGEST_TITLE ? first : first.substring(0, LONGEST_TITLE) + "…";
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
