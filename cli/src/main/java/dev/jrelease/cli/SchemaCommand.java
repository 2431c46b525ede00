package dev.jrelease.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.Releaser;
import dev.jrelease.config.Section;
import dev.jrelease.environment.Environment;
import dev.jrelease.json.Json;
import dev.jrelease.schema.ConfigSchema;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code jrelease schema}: what an editor needs to help whoever writes a configuration. */
@Command(
        name = "schema",
        description = "Print the JSON Schema of the configuration, for editors.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    private final Environment environment;
    private final Console console;
    private final Instant now;

    @Option(
            names = "--goreleaser",
            description = "For a file of GoReleaser's: let pass what check only warns of there.")
    private boolean goreleaser;

    SchemaCommand(Environment environment, Console console, Instant now) {
        this.environment = environment;
        this.console = console;
        this.now = now;
    }

    @Override
    public Integer call() {
        try (Releaser releaser = new Releaser(environment, console.redactor(), now)) {
            List<Section<?>> sections = releaser.sections();
            JsonNode schema = goreleaser ? ConfigSchema.lenient(sections) : ConfigSchema.strict(sections);
            console.json(Json.pretty(schema) + "\n");
            return ExitCode.DONE.code();
        }
    }
}
