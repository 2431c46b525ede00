package dev.jrelease.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.Releaser;
import dev.jrelease.config.Section;
import dev.jrelease.environment.Environment;
import dev.jrelease.json.Json;
import dev.jrelease.schema.ConfigSchema;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code jrelease schema}: prints the JSON Schema of the configuration, for editors. */
final class SchemaCommand implements Command {
    private final Environment environment;
    private final Console console;
    private final Instant now;

    private final OptionSpec goreleaser =
            Options.flag("--goreleaser", "For a GoReleaser file: allow keys that only give warnings there.");

    SchemaCommand(Environment environment, Console console, Instant now) {
        this.environment = environment;
        this.console = console;
        this.now = now;
    }

    @Override
    public void addOptions(CommandSpec spec) {
        spec.addOption(goreleaser);
    }

    @Override
    public Integer call() {
        try (Releaser releaser = new Releaser(environment, console.redactor(), now)) {
            List<Section<?>> sections = releaser.sections();
            JsonNode schema =
                    Options.isGiven(goreleaser) ? ConfigSchema.lenient(sections) : ConfigSchema.strict(sections);
            console.json(Json.pretty(schema) + "\n");
            return ExitCode.DONE.code();
        }
    }
}
