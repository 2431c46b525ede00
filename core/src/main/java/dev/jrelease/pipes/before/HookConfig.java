package dev.jrelease.pipes.before;

import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Example;
import dev.jrelease.config.bind.FromScalar;
import dev.jrelease.config.bind.Key;
import dev.jrelease.config.bind.Pairs;
import dev.jrelease.config.bind.Required;
import dev.jrelease.failure.Location;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A command of {@code before}. */
@FromScalar("cmd")
public record HookConfig(
        Location location,

        @Description("The command and its arguments, with quotes as in a shell. It runs without a shell.")
        @Required
        @Example({"go mod tidy", "sh -c 'make clean && make'"})
        Template cmd,

        @Description("The folder to run it in, from the project's folder.") @Example("scripts")
        Optional<Template> dir,

        @Description(
                "Variables for the command, as a list of NAME=value or as a mapping, beside those of the environment.")
        @Example("[\"VERSION={{ .Version }}\"]")
        @Pairs
        List<Template> env,

        @Description("Whether the command is run.") @Key("if") @Default("true") @Example("'{{ not .IsSnapshot }}'")
        Optional<Condition> condition,

        @Description("Whether its output is shown also without --verbose.") @Default("false")
        Optional<Condition> output,

        @Description("The shell that runs the command.") @Example("bash")
        Optional<Template> shell) {

    public HookConfig {
        env = List.copyOf(env);
    }

    /** All templates of the command. */
    Stream<Template> templates() {
        return Stream.concat(
                Stream.of(cmd),
                Stream.of(dir, shell, output.map(Condition::template)).flatMap(Optional::stream));
    }
}
