package dev.jrelease.cli;

import dev.jrelease.environment.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** {@code jrelease manifest}: makes indexes of images that something else built, and pushes them. */
final class ManifestCommand implements Command {
    private final Environment environment;
    private final Console console;
    private @Nullable CommandSpec spec;

    ManifestCommand(Environment environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    @Override
    public void addOptions(CommandSpec own) {
        spec = own;
        add(
                "create",
                "Make an index of images, and publish it: content first, its names last. Needs no configuration.",
                List.of(
                        "acme/hello:1 acme/hello:1-amd64 acme/hello:1-arm64",
                        "acme/hello:1.2 --tags 1,latest oci:amd64 oci:arm64",
                        "--amend acme/hello:1 acme/hello:1-s390x"),
                new ManifestCreateCommand(environment, console),
                own);
        add(
                "push",
                "Push an index that create --output made in a layout.",
                List.of("oci:dist/oci:acme/hello:1.2.3 acme/hello:1.2.3"),
                new ManifestPushCommand(environment, console),
                own);
    }

    private static void add(String name, String description, List<String> examples, Command command, CommandSpec to) {
        CommandSpec sub = CommandSpec.wrapWithoutInspection(command).name(name);
        sub.usageMessage().description(description);
        command.addOptions(sub);
        Options.addExamples(sub, "manifest " + name, examples);
        to.addSubcommand(name, Options.addStandard(sub));
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new IllegalStateException("no options were added");
        }
        throw new ParameterException(spec.commandLine(), "manifest needs a command: create or push");
    }
}
