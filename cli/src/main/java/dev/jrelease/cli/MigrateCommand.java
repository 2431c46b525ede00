package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.migrate.Migrated;
import dev.jrelease.migrate.Migration;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code jrelease migrate}: makes a {@code .release.yaml} from a {@code .goreleaser.yaml}. */
final class MigrateCommand implements Command {
    private final Environment environment;
    private final Console console;
    private final Instant now;

    private final PositionalParamSpec file = PositionalParamSpec.builder()
            .arity("0..1")
            .type(Path.class)
            .paramLabel("FILE")
            .description(
                    "The file to migrate; - is standard input.",
                    "Default: the first of .goreleaser.yaml,",
                    ".goreleaser.yml, goreleaser.yaml, goreleaser.yml.")
            .build();

    private final OptionSpec config = Options.value(Path.class, "FILE", "-f", "--config")
            .description("The same.")
            .build();

    private final OptionSpec output = Options.value(String.class, "FILE", "-o", "--output")
            .description(
                    "Where to write; - for standard output.",
                    "Default: .release.yaml beside the file; standard",
                    "output for what comes from standard input.")
            .build();

    private final OptionSpec force = Options.flag("--force", "Replace an existing file.");

    private final OptionSpec noFold =
            Options.flag("--no-fold", "Do not combine entries of dockers for single platforms.");

    private final OptionSpec directory = WorkingDirectory.option();

    MigrateCommand(Environment environment, Console console, Instant now) {
        this.environment = environment;
        this.console = console;
        this.now = now;
    }

    @Override
    public void addOptions(CommandSpec spec) {
        spec.addArgGroup(ArgGroupSpec.builder()
                .addArg(file)
                .addArg(config)
                .exclusive(true)
                .build());
        spec.addOption(output).addOption(force).addOption(noFold).addOption(directory);
    }

    @Override
    public Integer call() {
        boolean replacing = Options.isGiven(force);
        Environment here = WorkingDirectory.in(environment, Options.value(directory, Path.class));
        MigrationFiles files =
                MigrationFiles.of(here.workingDirectory(), source(), Options.value(output, String.class));
        ConfigFile read = files.read(console);
        if (!files.isPrinted() && !replacing) {
            files.refuseToReplace();
        }
        Migrated migrated = migrated(read, files.target(), here);
        migrated.notes().forEach(note -> console.progress(note.toString()));
        if (files.isPrinted()) {
            console.raw(migrated.text().getBytes(StandardCharsets.UTF_8));
        } else {
            files.target().write(migrated.text(), replacing);
            console.result(files.target().name() + ": written\n");
        }
        return ExitCode.DONE.code();
    }

    /** The given file, as an argument or as an option. */
    private Optional<Path> source() {
        return Options.value(file, Path.class).or(() -> Options.value(config, Path.class));
    }

    private Migrated migrated(ConfigFile read, NewFile written, Environment here) {
        Optional<Path> folder =
                Optional.ofNullable(written.file().toAbsolutePath().getParent());
        try (Releaser releaser = new Releaser(here, console.redactor(), now)) {
            return releaser.migrate(new Migration.Request(read, written.name(), folder, !Options.isGiven(noFold)));
        }
    }
}
