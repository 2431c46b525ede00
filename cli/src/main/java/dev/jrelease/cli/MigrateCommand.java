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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jrelease migrate}: makes a {@code .release.yaml} of a {@code .goreleaser.yaml}. */
@Command(
        name = "migrate",
        description = "Make a .release.yaml of a .goreleaser.yaml: its lines stay as they are as far as possible, and"
                + " both files plan the same. What was changed and left out is reported with its place.",
        mixinStandardHelpOptions = true)
final class MigrateCommand implements Callable<Integer> {
    private final Environment environment;
    private final Console console;
    private final Instant now;

    @ArgGroup
    private Source source = new Source();

    /** The file to migrate: alone, or as other commands take it. */
    static final class Source {
        @Parameters(
                arity = "0..1",
                paramLabel = "FILE",
                description = {
                    "The file to migrate; - is standard input.",
                    "Default: the first there is of .goreleaser.yaml,",
                    ".goreleaser.yml, goreleaser.yaml, goreleaser.yml."
                })
        private @Nullable Path file;

        @Option(
                names = {"-f", "--config"},
                paramLabel = "FILE",
                description = "The same.")
        private @Nullable Path config;

        private Optional<Path> given() {
            return Optional.ofNullable(file).or(() -> Optional.ofNullable(config));
        }
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = {
                "Where to write; - for standard output.",
                "Default: .release.yaml beside the file; standard",
                "output for what comes from standard input."
            })
    private @Nullable String output;

    @Option(names = "--force", description = "Replace a file that is there already.")
    private boolean force;

    @Option(names = "--no-fold", description = "Leave entries of dockers for one platform each as they are.")
    private boolean noFold;

    @Option(
            names = {"-C", "--directory"},
            paramLabel = "DIR",
            description = "Run as if started in this folder.")
    private @Nullable Path directory;

    MigrateCommand(Environment environment, Console console, Instant now) {
        this.environment = environment;
        this.console = console;
        this.now = now;
    }

    @Override
    public Integer call() {
        Environment here = WorkingDirectory.in(environment, directory);
        MigrationFiles files = MigrationFiles.of(here.workingDirectory(), source.given(), Optional.ofNullable(output));
        ConfigFile read = files.read(console);
        if (!files.isPrinted() && !force) {
            files.refuseToReplace();
        }
        Migrated migrated = migrated(read, files.target(), here);
        migrated.notes().forEach(note -> console.progress(note.toString()));
        if (files.isPrinted()) {
            console.raw(migrated.text().getBytes(StandardCharsets.UTF_8));
        } else {
            files.target().write(migrated.text(), force);
            console.result(files.target().name() + ": written\n");
        }
        return ExitCode.DONE.code();
    }

    private Migrated migrated(ConfigFile read, NewFile written, Environment here) {
        Optional<Path> folder =
                Optional.ofNullable(written.file().toAbsolutePath().getParent());
        try (Releaser releaser = new Releaser(here, console.redactor(), now)) {
            return releaser.migrate(new Migration.Request(read, written.name(), folder, !noFold));
        }
    }
}
