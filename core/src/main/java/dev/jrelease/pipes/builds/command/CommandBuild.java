package dev.jrelease.pipes.builds.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.fields.EntryVariables;
import dev.jrelease.files.OutsideException;
import dev.jrelease.files.SourceTree;
import dev.jrelease.pipeline.ProjectCommand;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.builds.work.Place;
import dev.jrelease.pipes.builds.work.ProgramBuild;
import dev.jrelease.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs a command that makes the program of one platform.
 *
 * @param env the variables of the entry
 * @param artifact what the command leaves, from its folder; empty if it writes to the program's place
 */
public record CommandBuild(
        String text, ProjectCommand command, Map<String, String> env, List<Secret> secrets, String artifact)
        implements ProgramBuild {

    public CommandBuild {
        env = Map.copyOf(env);
        secrets = List.copyOf(secrets);
    }

    @Override
    public String describe() {
        return text.strip().lines().findFirst().orElse("");
    }

    @Override
    public void addTo(ObjectNode node) {
        node.put("cmd", text).put("dir", command.folder()).put("artifact", artifact);
        ObjectNode variables = node.putObject("env");
        EntryVariables.masked(env).forEach(variables::put);
    }

    @Override
    public void run(Path place, Run run) throws InterruptedException {
        try {
            Place.clear(place);
            command.run(run);
            if (!artifact.isEmpty()) {
                Place.copy(left(run), place);
            }
        } catch (IOException problem) {
            throw failure(FailureKind.ENVIRONMENT).because(problem).build();
        }
        if (!Files.exists(place)) {
            throw failure(FailureKind.BUILD)
                    .because("the command left no file "
                            + run.environment().workingDirectory().relativize(place))
                    .hint("write it to {{ .Path }}, or set artifact to the file that the command leaves")
                    .build();
        }
    }

    private Path left(Run run) {
        Path project = run.environment().workingDirectory();
        try {
            Path file = SourceTree.around(project)
                    .inside(project.resolve(command.folder()).resolve(artifact));
            if (Files.exists(file)) {
                return file;
            }
            throw failure(FailureKind.BUILD)
                    .because("the command left no file " + artifact)
                    .hint("set artifact to the file that it leaves, from the folder of the build")
                    .build();
        } catch (OutsideException outside) {
            throw failure(FailureKind.CONFIGURATION).because(outside).build();
        }
    }

    private ReleaseException.Builder failure(FailureKind kind) {
        return ReleaseException.couldNot(kind, command.purpose()).at(command.location());
    }
}
